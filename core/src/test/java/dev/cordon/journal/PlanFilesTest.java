package dev.cordon.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.plan.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans under their digest. */
final class PlanFilesTest {

    private static final Digest DIGEST = new Digest("0123456789abcdef".repeat(4));

    @TempDir
    Path temp;

    private DataFolder folder;

    @BeforeEach
    void open() {
        folder = DataFolder.open(temp.resolve("data"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void a_kept_plan_is_read_byte_for_byte_also_by_the_next_process() {
        folder.keepPlan(DIGEST, bytes("{\"a\":\"ä\"}"));
        folder.close();

        open();

        assertThat(folder.plan(DIGEST)).hasValue(bytes("{\"a\":\"ä\"}"));
        assertThat(folder.plans().resolve(DIGEST + ".json")).hasContent("{\"a\":\"ä\"}");
    }

    @Test
    void a_plan_that_was_not_kept_is_absent() {
        assertThat(folder.plan(DIGEST)).isEmpty();
    }

    @Test
    void the_same_digest_with_other_bytes_replaces_the_earlier_ones() {
        folder.keepPlan(DIGEST, bytes("{\"shown\":1}"));
        folder.keepPlan(DIGEST, bytes("{\"shown\":2}"));

        assertThat(folder.plan(DIGEST)).hasValue(bytes("{\"shown\":2}"));
    }

    @Test
    void the_same_plan_again_leaves_the_file_alone() throws Exception {
        folder.keepPlan(DIGEST, bytes("{}"));
        var before = Files.getAttribute(folder.plans().resolve(DIGEST + ".json"), "unix:ino");

        folder.keepPlan(DIGEST, bytes("{}"));

        assertThat(Files.getAttribute(folder.plans().resolve(DIGEST + ".json"), "unix:ino"))
                .isEqualTo(before);
    }

    @Test
    void whoever_reads_while_others_write_sees_one_of_the_plans_whole() throws Exception {
        var one = bytes("1".repeat(200_000));
        var other = bytes("2".repeat(200_000));
        folder.keepPlan(DIGEST, one);

        var reads = new ArrayList<Callable<byte[]>>();
        for (var n = 0; n < 40; n++) {
            var bytes = n % 2 == 0 ? one : other;
            reads.add(() -> {
                folder.keepPlan(DIGEST, bytes);
                return folder.plan(DIGEST).orElseThrow();
            });
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var read : threads.invokeAll(reads)) {
                assertThat(read.get()).isIn(one, other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "../../../etc/passwd",
                "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void what_is_no_digest_never_becomes_part_of_a_path(String text) {
        assertThatThrownBy(() -> folder.plan(new Digest(text))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> folder.keepPlan(new Digest(text), bytes("{}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_folder_opened_for_reading_reads_plans_and_keeps_none() {
        folder.keepPlan(DIGEST, bytes("{}"));
        try (var reading = DataFolder.openForReading(temp.resolve("data"))) {
            assertThat(reading.plan(DIGEST)).hasValue(bytes("{}"));
            assertThatThrownBy(() -> reading.keepPlan(DIGEST, bytes("[]")))
                    .isInstanceOf(JournalException.class)
                    .hasMessage("the data folder was opened for reading: the plan was not kept");
        }
        assertThat(folder.plan(DIGEST)).hasValue(bytes("{}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
