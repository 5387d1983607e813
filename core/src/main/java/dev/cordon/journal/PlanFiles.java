package dev.cordon.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.cordon.plan.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Plans under their digest, {@code <digest>.json}: each file is there completely or not at all. */
final class PlanFiles {

    private final Path folder;
    private final Path drafts;

    /** @param drafts on the same file system, emptied by others when a process starts */
    PlanFiles(Path folder, Path drafts) {
        this.folder = folder;
        this.drafts = drafts;
    }

    Path folder() {
        return folder;
    }

    void keep(Digest digest, byte[] json) {
        var file = file(digest);
        try {
            if (read(digest).filter(found -> Arrays.equals(found, json)).isEmpty()) {
                keepTrying(file, json);
            }
            PrivateFolder.sync(folder); // also where the file was found: whoever put it there may have died before this
        } catch (IOException e) {
            throw Trouble.with(file, e);
        }
    }

    Optional<byte[]> read(Digest digest) {
        var file = file(digest);
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Trouble.with(file, e);
        }
    }

    /** A process that begins to write empties the folder of drafts, and may have taken ours. */
    private void keepTrying(Path file, byte[] json) throws IOException {
        try {
            replace(file, json);
        } catch (NoSuchFileException e) {
            replace(file, json);
        }
    }

    private void replace(Path file, byte[] json) throws IOException {
        var draft = Files.createTempFile(drafts, "plan-", ".json", PrivateFolder.OWNER_ONLY);
        try {
            try (var channel = FileChannel.open(draft, WRITE)) {
                var bytes = ByteBuffer.wrap(json);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path file(Digest digest) {
        return folder.resolve(digest + ".json");
    }
}
