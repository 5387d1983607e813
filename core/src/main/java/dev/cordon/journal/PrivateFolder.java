package dev.cordon.journal;

import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Folders and files that only their owner can look into: mode 700 and 600. */
final class PrivateFolder {

    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = mode("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER = mode("rwx------");

    /**
     * File systems over which SQLite's locks and shared memory do not hold. FUSE may be anything; what is known to
     * be local is let through.
     */
    private static final Pattern NETWORK =
            Pattern.compile("nfs\\d*|cifs|smb.*|ncpfs|9p|afs|ceph|lustre|gpfs|beegfs|glusterfs|gfs2|ocfs2"
                    + "|fuse(?!blk$|\\.fuse-overlayfs$|\\.gocryptfs$|\\.mergerfs$).*");

    private PrivateFolder() {}

    /**
     * Makes the data folder if it is not there; its parent must be. An empty folder becomes private; one that holds
     * something already is taken as it is, unless others may write to it, or its {@code tmp} is somebody else's: that
     * one would be emptied.
     */
    static void prepare(Path folder) {
        try {
            if (attributes(folder).isEmpty()) {
                create(folder);
            }
            check(folder);
            if (isEmpty(folder)) {
                Files.setPosixFilePermissions(folder, OWNER_ONLY_FOLDER.value());
            } else {
                refuseForeign(folder);
            }
            var allowed = Files.getPosixFilePermissions(folder);
            if (allowed.contains(GROUP_WRITE) || allowed.contains(OTHERS_WRITE)) {
                throw new JournalException("others may write to " + folder + ": close it with 'chmod 700', or use"
                        + " --data with a folder of its own");
            }
        } catch (IOException e) {
            throw Trouble.with(folder, e);
        }
    }

    /** Refuses what is there but no local folder; an absent one is fine. */
    static void check(Path folder) {
        var found = attributes(folder);
        if (found.isPresent()) {
            if (!found.get().isDirectory()) {
                throw new JournalException(folder + " is not a folder: use --data with one");
            }
            refuseNetwork(folder, typeOf(folder));
        }
    }

    /** Every Cordon that has worked in a folder left one of these there. */
    private static void refuseForeign(Path folder) throws IOException {
        var ours = Stream.of("cordon.lock", "cordon.db", "plans").anyMatch(name -> isThere(folder.resolve(name)));
        var tmp = folder.resolve("tmp");
        if (!ours && isThere(tmp) && !isEmpty(tmp)) {
            throw new JournalException(tmp + " holds files that are not Cordon's: use --data with a folder of its own");
        }
    }

    static void refuseNetwork(Path folder, String type) {
        if (NETWORK.matcher(type).matches()) {
            throw new JournalException(folder + " lies on a network file system (" + type
                    + "), where a journal is not safe: use --data with a folder on a local disk");
        }
    }

    /** A folder inside the data folder. */
    static Path inside(Path folder, String name) {
        var inner = folder.resolve(name);
        try {
            if (attributes(inner).isEmpty()) {
                Files.createDirectory(inner, OWNER_ONLY_FOLDER);
                sync(folder);
            }
            return inner;
        } catch (IOException e) {
            throw Trouble.with(inner, e);
        }
    }

    static void empty(Path folder) {
        try (var inside = Files.walk(folder)) {
            for (var each : inside.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(folder)) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (UncheckedIOException e) { // how a walk says it
            throw Trouble.with(folder, requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw Trouble.with(folder, e);
        }
    }

    /** Makes names that were created, moved or removed in this folder durable. */
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }

    /** What is there; nothing only if there surely is nothing, so that a folder we may not enter is no empty one. */
    static Optional<BasicFileAttributes> attributes(Path path) {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Trouble.with(path, e);
        }
    }

    private static void create(Path folder) throws IOException {
        var parent = folder.getParent();
        if (parent == null || attributes(parent).isEmpty()) {
            throw new JournalException("the folder above " + folder + " is not there: create it first, or use --data"
                    + " with another folder");
        }
        check(parent);
        Files.createDirectory(folder, OWNER_ONLY_FOLDER);
        sync(parent);
    }

    private static boolean isThere(Path path) {
        return attributes(path).isPresent();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static String typeOf(Path folder) {
        try {
            return Files.getFileStore(folder).type();
        } catch (IOException e) { // a mount that this process cannot see; nothing known against it
            return "";
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
