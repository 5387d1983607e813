package dev.cordon.journal;

import dev.cordon.action.Sha256;
import dev.cordon.operation.EvidenceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Evidence under its hash: a file is there whole or not at all; what came of a broken transfer is {@code .part}. */
final class EvidenceFiles implements EvidenceStore {

    private static final int CHUNK = 1 << 20;

    private final Path folder;
    /** The same bytes may come from several hosts at once: one after the other. */
    private final ConcurrentHashMap<Path, Semaphore> turns = new ConcurrentHashMap<>();

    EvidenceFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public OptionalLong kept(String sha256) {
        var file = file(sha256);
        try {
            return hash(file, sha256()).equals(sha256) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw Trouble.with(file, e);
        }
    }

    @Override
    public Incoming incoming(String sha256) {
        var file = file(sha256);
        var part = folder.resolve(file.getFileName() + ".part");
        var turn = turns.computeIfAbsent(part, _ -> new Semaphore(1));
        turn.acquireUninterruptibly();
        try {
            return new EvidencePart(part, file, turn::release);
        } catch (IOException e) {
            turn.release();
            throw Trouble.with(part, e);
        } catch (RuntimeException e) {
            turn.release();
            throw e;
        }
    }

    /** What this file hashes to, in lower-case hex; {@code digest} goes on from what it has seen. */
    static String hash(Path file, MessageDigest digest) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var chunk = new byte[CHUNK];
            for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return hex(digest);
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) { // every Java platform must have it
            throw new IllegalStateException(e);
        }
    }

    private Path file(String sha256) {
        return folder.resolve(new Sha256(sha256).value());
    }
}
