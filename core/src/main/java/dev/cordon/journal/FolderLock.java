package dev.cordon.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Says what this process does in a data folder: a lock on a file of it, which the system takes back when the process
 * ends, however it ends. {@code cordon.lock} is held by whoever writes, {@code worker.lock} by the worker for as long as it
 * runs. The file itself stays and holds a line about its last holder; a link in its place is refused, since the file that
 * it names would be overwritten.
 *
 * <p>POSIX drops the lock as soon as the process closes <em>any</em> channel to the file. So the locks held by this
 * JVM are remembered here, and the file of such a lock is never opened a second time.
 */
final class FolderLock implements AutoCloseable {

    static final String WRITER = "cordon.lock";
    static final String WORKER = "worker.lock";

    private static final Map<Held, String> HELD_HERE = new ConcurrentHashMap<>();
    private static final Pattern HOLDER = Pattern.compile("pid (\\d{1,10}), since (\\d{4}-[0-9T:.-]{1,30}Z)");
    private static final long BEYOND_THE_TEXT = 1L << 40;

    private final Held held;
    private final FileChannel channel;

    /** @param folder its identity, by whatever path it was reached */
    private record Held(Object folder, String file) {

        static Held of(Path folder, String file) throws IOException {
            return new Held(
                    Files.readAttributes(folder, BasicFileAttributes.class).fileKey(), file);
        }
    }

    private FolderLock(Held held, FileChannel channel) {
        this.held = held;
        this.channel = channel;
    }

    /** Takes the lock or throws {@link DataFolderInUse}; never waits. */
    static FolderLock take(Path folder, String file, Instant now) {
        var holder = "pid " + ProcessHandle.current().pid() + ", since " + now;
        try {
            var held = Held.of(folder, file);
            var heldHere = HELD_HERE.putIfAbsent(held, holder);
            if (heldHere != null) {
                throw new DataFolderInUse(folder, heldHere);
            }
            FileChannel channel = null;
            try {
                channel = FileChannel.open(
                        folder.resolve(file), Set.of(CREATE, READ, WRITE, NOFOLLOW_LINKS), PrivateFolder.OWNER_ONLY);
                if (channel.tryLock(BEYOND_THE_TEXT, 1, false) == null) {
                    throw new DataFolderInUse(folder, read(channel));
                }
                write(channel, holder);
                return new FolderLock(held, channel);
            } catch (IOException | RuntimeException e) {
                if (channel != null) {
                    channel.close();
                }
                HELD_HERE.remove(held);
                throw e;
            }
        } catch (IOException e) {
            throw Trouble.with(folder, e);
        }
    }

    /**
     * Who holds the lock now, by what the last holder wrote and whether that process still lives. Takes no lock, since
     * that could turn a process away that is just starting.
     */
    static Optional<String> holder(Path folder) {
        try {
            return Optional.ofNullable(HELD_HERE.get(Held.of(folder, WRITER)))
                    .or(() -> text(folder.resolve(WRITER)).filter(FolderLock::livesElsewhere));
        } catch (IOException e) {
            return Optional.empty(); // no such folder, so nobody writes to it
        }
    }

    /**
     * Who holds this lock, by the lock itself: no text can lie about it, nor can a process that was killed. A process that
     * takes the lock in this very moment may find it taken, and has to try again.
     */
    static Optional<String> heldBy(Path folder, String file) {
        try {
            var heldHere = HELD_HERE.get(Held.of(folder, file));
            return heldHere == null ? heldElsewhere(folder.resolve(file)) : Optional.of(heldHere);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // nobody has ever held it
        } catch (IOException e) {
            throw Trouble.with(folder, e);
        }
    }

    private static Optional<String> heldElsewhere(Path file) throws IOException {
        try (var channel = FileChannel.open(file, READ, NOFOLLOW_LINKS);
                var lock = channel.tryLock(BEYOND_THE_TEXT, 1, true)) {
            return lock == null ? Optional.of(read(channel)) : Optional.empty();
        }
    }

    /** Nobody may open the file of a folder that this process holds; here it holds none. */
    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A process with this number that began later is another one: numbers are used again. */
    private static boolean livesElsewhere(String holder) {
        var form = HOLDER.matcher(holder);
        if (!form.matches()) {
            return false;
        }
        var pid = Long.parseLong(form.group(1));
        var since = Instant.parse(form.group(2));
        return pid != ProcessHandle.current().pid()
                && ProcessHandle.of(pid)
                        .flatMap(process -> process.info().startInstant())
                        .filter(begun -> !begun.isAfter(since.plusSeconds(1)))
                        .isPresent();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The descriptor is gone all the same, and with it the lock.
        } finally {
            HELD_HERE.remove(held);
        }
    }

    private static void write(FileChannel channel, String holder) throws IOException {
        channel.truncate(0);
        var text = UTF_8.encode(holder + "\n");
        while (text.hasRemaining()) {
            channel.write(text);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        var text = ByteBuffer.allocate(200);
        channel.read(text, 0);
        var holder = UTF_8.decode(text.flip()).toString().strip();
        return holder.isEmpty() ? "which has only just started" : holder;
    }
}
