package dev.cordon.lessons;

import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.add;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.journal.Entry;
import dev.cordon.journal.JournalException;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.Check;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What other tools got wrong in running steps. Already proven elsewhere: 1, 2 and 20 by {@code TimersTest}; 16 by
 * {@code StoredOperationsTest} (arguments are a list) and each connector's law 7; 21 (Kestra) and 23 (Microsoft's attack
 * surface reduction script) by {@code ApprovalsTest}; 22 (Tracecat) by {@code FullDiskTest}.
 */
final class EngineLessonsTest {

    @TempDir
    Path folder;

    /** 9: XSOAR, Tracecat and Cortex take the absence of an error for success. 10: XSOAR takes a sentence for it. */
    @Test
    void an_answer_that_says_done_completes_nothing_whose_effect_does_not_show() throws Exception {
        var polite = step("lock")
                .apply(set("note", "the door was locked successfully"))
                .undo(remove("note"))
                .check(Check.look(list()).expect("/all/door", "locked"));
        try (var stand = Stand.of(folder, polite)) {
            assertThat(stand.apply().status()).isEqualTo(Status.FAILED);
        }
    }

    /** 14: SOARCA counts a step of a kind that it does not know as done. */
    @Test
    void a_record_of_a_kind_that_this_version_does_not_know_stops_its_run() throws Exception {
        try (var stand = Stand.of(folder, step("count").apply(add("n")).none("counted is counted"))) {
            var run = stand.apply().id();
            var entries = new ArrayList<>(stand.journal().read(run));
            entries.add(new Entry(
                    run, entries.size() + 1L, Instant.EPOCH, "flown", "{\"event\":\"flown\"}", "0".repeat(64)));

            assertThatThrownBy(() -> RunState.fold(entries))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("use the version of Cordon that wrote it");
        }
    }

    /** 15: SOARCA ignores {@code on_failure}. */
    @Test
    void on_failure_decides_what_stays_of_a_failed_action() throws Exception {
        for (var policy : List.of(FailurePolicy.STOP, FailurePolicy.ROLLBACK)) {
            var proof = step("prove").check(Check.look(list()).expect("/all/door", "locked"));
            var mark = step("mark").apply(set("mark", "made")).undo(remove("mark"));
            try (var stand = Stand.of(folder.resolve(policy.name()), mark, proof)) {
                stand.apply(policy);

                assertThat(stand.world.all().containsKey("mark")).isEqualTo(policy == FailurePolicy.STOP);
            }
        }
    }

    /** 19: Shuffle and Kestra put work back into the queue and repeat what may not be repeated. */
    @Test
    void a_run_that_is_taken_up_again_repeats_nothing() throws Exception {
        var counted = step("count").apply(add("n")).none("counted is counted");
        try (var stand = Stand.of(folder, counted)) {
            stand.apply();

            stand.restart().resume();
            stand.round().work();

            assertThat(stand.world).hasToString("{n=1}");
            assertThat(stand.platform.transport().writes()).isEmpty();
        }
    }
}
