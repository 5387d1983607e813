package dev.cordon.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.cordon.operation.EvidenceStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Set;

/** One transfer into the evidence store: hashed while it is written; what an earlier one left is hashed first. */
final class EvidencePart implements EvidenceStore.Incoming {

    private static final int CHUNK = 1 << 20;

    private final Path part;
    private final Path file;
    private final Runnable closed;
    private final FileChannel channel;
    private final MessageDigest digest = EvidenceFiles.sha256();
    private long offset;

    EvidencePart(Path part, Path file, Runnable closed) throws IOException {
        this.part = part;
        this.file = file;
        this.closed = closed;
        this.channel = FileChannel.open(part, Set.of(CREATE, READ, WRITE), PrivateFolder.OWNER_ONLY);
        hashWhatIsThere();
    }

    private void hashWhatIsThere() throws IOException {
        var chunk = ByteBuffer.allocate(CHUNK);
        while (channel.read(chunk) >= 0) {
            offset += chunk.position();
            digest.update(chunk.flip());
            chunk.clear();
        }
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public void write(ByteBuffer bytes) {
        offset += bytes.remaining();
        digest.update(bytes.duplicate());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw Trouble.with(part, e);
        }
    }

    @Override
    public boolean finish() {
        try {
            channel.force(true);
            if (!EvidenceFiles.hex(digest).equals(file.getFileName().toString())) {
                Files.delete(part);
                return false;
            }
            Files.move(part, file, ATOMIC_MOVE);
            PrivateFolder.sync(part.resolveSibling("."));
            return true;
        } catch (IOException e) {
            throw Trouble.with(part, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (offset == 0) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw Trouble.with(part, e);
        } finally {
            closed.run();
        }
    }
}
