package dev.cordon.execution;

import static dev.cordon.execution.Lock.lock;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cordon.journal.Status;
import dev.cordon.plan.Check;
import dev.cordon.plan.Step;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that acts only when the action is undone. */
final class ReadyStepTest {

    @TempDir
    Path folder;

    @Test
    void finds_nothing_to_undo_once_its_effect_has_had_the_time_to_show() throws Exception {
        try (var stand = Stand.of(folder, tidyUp(), lock("door"))) {
            stand.apply();

            var undone = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> (Rollback.Tried) stand.rollback());

            assertThat(undone.state().status()).isEqualTo(Status.ROLLED_BACK);
            assertThat(stand.platform.transport().writes()).doesNotContain("remove table");
        }
    }

    @Test
    void is_undone_last_of_all() throws Exception {
        try (var stand = Stand.of(folder, tidyUp(), tableWith("door"))) {
            stand.apply();

            var undone = (Rollback.Tried) stand.rollback();

            assertThat(undone.state().status()).isEqualTo(Status.ROLLED_BACK);
            assertThat(stand.platform.transport().writes()).last().isEqualTo("remove table");
            assertThat(stand.world).hasToString("{}");
        }
    }

    @Test
    void alone_has_changed_nothing_so_there_is_nothing_to_roll_back() throws Exception {
        try (var stand = Stand.of(folder, tidyUp(), lock("door"))) {
            stand.platform.transport().script(call -> call.read() ? Fate.FINE : Fate.REJECTED);

            var applied = stand.apply(FailurePolicy.ROLLBACK);

            assertThat(applied.status()).isEqualTo(Status.FAILED);
            assertThat(stand.platform.transport().writes()).containsExactly("set door locked");
        }
    }

    private static Step tidyUp() {
        return Step.step("tidy up")
                .touches(asset("table"))
                .undo(remove("table"))
                .check(Check.look(list()).expect("/all/table", "there").settles(Duration.ofSeconds(5)));
    }

    private static Step tableWith(String name) {
        return Step.step("table with " + name)
                .apply(set("table", "there"))
                .exact("by the step that tidies up")
                .check(Check.look(list()).expect("/all/table", "there"));
    }
}
