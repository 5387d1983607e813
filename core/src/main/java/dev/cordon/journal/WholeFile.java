package dev.cordon.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file that is there completely or not at all, in the place of an earlier one. */
final class WholeFile {

    private WholeFile() {}

    /**
     * Durable once its folder is synced.
     *
     * @param drafts on the same file system
     */
    static void put(Path drafts, Path file, byte[] content) throws IOException {
        var draft = Files.createTempFile(drafts, "draft-", "", PrivateFolder.OWNER_ONLY);
        try {
            try (var channel = FileChannel.open(draft, WRITE)) {
                var bytes = ByteBuffer.wrap(content);
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
}
