package dev.cordon.transport.ssh;

import dev.cordon.operation.EvidenceStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes that stand behind the line {@code CORDON} into the evidence store; what a login shell says before it
 * is none of them.
 */
final class EvidenceStream extends OutputStream {

    private static final byte[] MARK = "CORDON\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_GREETING = 1 << 16;

    private final EvidenceStore.Incoming incoming;
    private final ByteArrayOutputStream greeting = new ByteArrayOutputStream();
    private boolean marked;
    private volatile @Nullable RuntimeException failure;

    EvidenceStream(EvidenceStore.Incoming incoming) {
        this.incoming = incoming;
    }

    /** @throws RuntimeException what the store threw, which the thread of the connection could not tell */
    void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            if (marked) {
                incoming.write(ByteBuffer.wrap(bytes, from, length));
            } else {
                greeting.write(bytes, from, length);
                lookForTheMark();
            }
        } catch (RuntimeException e) {
            failure = e;
            throw new IOException("the evidence cannot be kept", e);
        }
    }

    private void lookForTheMark() throws IOException {
        var seen = greeting.toByteArray();
        var end = endOfTheMark(seen);
        if (end >= 0) {
            marked = true;
            incoming.write(ByteBuffer.wrap(seen, end, seen.length - end));
        } else if (seen.length > LONGEST_GREETING) {
            throw new IOException("the host does not say where the bytes begin");
        }
    }

    /** Behind the mark's line, which begins the output or follows a line's end; -1 where it has not come. */
    private static int endOfTheMark(byte[] seen) {
        for (var at = 0; at + MARK.length <= seen.length; at++) {
            if ((at == 0 || seen[at - 1] == '\n') && matches(seen, at)) {
                return at + MARK.length;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] seen, int at) {
        for (var i = 0; i < MARK.length; i++) {
            if (seen[at + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }
}
