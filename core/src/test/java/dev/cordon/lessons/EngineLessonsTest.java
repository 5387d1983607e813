package dev.cordon.lessons;

import static dev.cordon.plan.Each.each;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.add;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.journal.Entry;
import dev.cordon.journal.JournalException;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Check;
import dev.cordon.plan.Read;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.ScriptedPlatform;
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

    /** 17: SOARCA edits a step in place, so that the second pass of a loop works with the values of the first. */
    @Test
    void every_member_is_worked_on_and_given_back_with_its_own_values() throws Exception {
        var marked = each("member", Read.of(list()).as("members"))
                .steps(step("mark")
                        .touches(asset("member"))
                        .apply(write(Value.of("set"), Value.item("/key"), Value.of("marked")))
                        .undo(write(Value.of("set"), Value.item("/key"), Value.item("/value"))));
        try (var stand = Stand.of(folder, marked)) {
            stand.world.set("member-1", "one");
            stand.world.set("member-2", "two");
            var before = stand.world.toString();

            stand.apply();
            assertThat(stand.world).hasToString("{member-1=marked, member-2=marked}");
            stand.rollback();

            assertThat(stand.world).hasToString(before);
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

    private static Command write(Value... words) {
        return new Command(Terms.write(ScriptedPlatform.NAME), List.of(words), null, List.of(0));
    }
}
