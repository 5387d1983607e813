package dev.cordon.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.operation.EvidenceStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What of a host's output is evidence. */
final class EvidenceStreamTest {

    private final Kept kept = new Kept();
    private final EvidenceStream stream = new EvidenceStream(kept);

    @Test
    void only_what_stands_behind_the_mark_is_kept_however_it_arrives() throws IOException {
        for (var one : "Welcome to CORDON\nCORDON\n\0bytes CORDON\n".getBytes(StandardCharsets.US_ASCII)) {
            stream.write(one);
        }

        assertThat(kept.bytes.toString(StandardCharsets.US_ASCII)).isEqualTo("\0bytes CORDON\n");
    }

    @Test
    void a_host_that_never_comes_to_the_bytes_is_not_listened_to_for_ever() throws IOException {
        stream.write(new byte[1 << 16]);

        assertThatThrownBy(() -> stream.write(1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not say");
    }

    @Test
    void what_the_store_throws_reaches_whoever_waits_for_the_transfer() throws IOException {
        kept.failure = new IllegalStateException("the disk is full");
        stream.throwFailure();

        assertThatThrownBy(() -> stream.write("CORDON\nx".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IOException.class);

        assertThatThrownBy(stream::throwFailure).isSameAs(kept.failure);
    }

    private static final class Kept implements EvidenceStore.Incoming {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private RuntimeException failure;

        @Override
        public long offset() {
            return 0;
        }

        @Override
        public void write(ByteBuffer more) {
            if (failure != null) {
                throw failure;
            }
            var taken = new byte[more.remaining()];
            more.get(taken);
            bytes.writeBytes(taken);
        }

        @Override
        public boolean finish() {
            return true;
        }

        @Override
        public void close() {}
    }
}
