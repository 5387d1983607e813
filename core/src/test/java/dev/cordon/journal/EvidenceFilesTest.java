package dev.cordon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.operation.EvidenceStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence is kept whole under its hash, or not at all. */
final class EvidenceFilesTest {

    @TempDir
    Path temp;

    private DataFolder data;
    private EvidenceStore store;
    private String sha256;

    @BeforeEach
    void open() {
        data = DataFolder.open(temp.resolve("data"), Clock.systemUTC());
        store = data.evidence();
        var digest = EvidenceFiles.sha256();
        digest.update(bytes("evidence"));
        sha256 = EvidenceFiles.hex(digest);
    }

    @AfterEach
    void close() {
        data.close();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String name) {
        return temp.resolve("data").resolve("evidence").resolve(name);
    }

    @Test
    void what_has_its_hash_is_kept_under_it() throws IOException {
        try (var incoming = store.incoming(sha256)) {
            incoming.write(bytes("evi"));
            incoming.write(bytes("dence"));
            assertThat(incoming.finish()).isTrue();
        }

        assertThat(store.kept(sha256)).hasValue(8);
        assertThat(Files.readString(file(sha256))).isEqualTo("evidence");
        assertThat(file(sha256 + ".part")).doesNotExist();
    }

    @Test
    void a_transfer_that_broke_goes_on_where_it_stopped() {
        try (var incoming = store.incoming(sha256)) {
            incoming.write(bytes("evi"));
        }
        assertThat(store.kept(sha256)).isEmpty();

        try (var incoming = store.incoming(sha256)) {
            assertThat(incoming.offset()).isEqualTo(3);
            incoming.write(bytes("dence"));
            assertThat(incoming.finish()).isTrue();
        }

        assertThat(store.kept(sha256)).hasValue(8);
    }

    @Test
    void what_has_another_hash_is_thrown_away_whole() {
        try (var incoming = store.incoming(sha256)) {
            incoming.write(bytes("something else"));
            assertThat(incoming.finish()).isFalse();
        }

        assertThat(store.kept(sha256)).isEmpty();
        try (var incoming = store.incoming(sha256)) {
            assertThat(incoming.offset()).isZero();
        }
    }

    @Test
    void what_was_changed_on_the_disk_is_not_kept_any_more() throws IOException {
        try (var incoming = store.incoming(sha256)) {
            incoming.write(bytes("evidence"));
            incoming.finish();
        }
        Files.writeString(file(sha256), "evidencE");

        assertThat(store.kept(sha256)).isEmpty();
    }

    @Test
    void the_same_bytes_from_two_hosts_come_in_one_after_the_other() throws Exception {
        var second = new CountDownLatch(1);
        Thread other;
        try (var incoming = store.incoming(sha256)) {
            other = Thread.ofVirtual().start(() -> {
                try (var next = store.incoming(sha256)) {
                    assertThat(store.kept(sha256)).isPresent();
                    assertThat(next.offset()).isZero();
                    second.countDown();
                }
            });
            incoming.write(bytes("evidence"));
            incoming.finish();
            assertThat(second.getCount()).isOne();
        }
        other.join();

        assertThat(second.getCount()).isZero();
        assertThat(store.kept(sha256)).hasValue(8);
    }

    @Test
    void nothing_but_a_hash_names_evidence() {
        assertThatThrownBy(() -> store.incoming("../cordon.db")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.kept("../cordon.db")).isInstanceOf(IllegalArgumentException.class);
    }
}
