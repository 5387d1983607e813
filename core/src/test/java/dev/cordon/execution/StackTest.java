package dev.cordon.execution;

import static dev.cordon.execution.Lock.lock;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.Plan;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on top of what, as the journal tells. */
final class StackTest {

    @TempDir
    Path folder;

    private Plan next;
    private Stand stand;

    @BeforeEach
    void open() {
        stand = new Stand(folder, _ -> next);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void a_later_action_in_force_on_the_same_asset_lies_on_top() throws Exception {
        var below = apply(Plan.of(lock("door")));
        var top = apply(Plan.of(lock("door")));

        assertThat(above(below))
                .hasValue("a of " + top.id() + " lies on top of it, on thing door on scripted; roll that back first:"
                        + " cordon rollback " + top.id());
        assertThat(above(top)).isEmpty();
    }

    @Test
    void an_effect_that_was_found_in_force_lies_on_top_as_well() throws Exception {
        var below = apply(Plan.of(lock("door")));
        var top = apply(Plan.nothingToDo(asset("door")));

        assertThat(above(below)).hasValueSatisfying(said -> assertThat(said).contains(top.id() + " lies on top"));
    }

    @Test
    void what_was_rolled_back_lies_on_nothing() throws Exception {
        var below = apply(Plan.of(lock("door")));
        apply(Plan.nothingToDo(asset("door")));
        stand.rollback();

        assertThat(above(below)).isEmpty();
    }

    @Test
    void another_asset_is_another_stack() throws Exception {
        var below = apply(Plan.of(lock("door")));
        apply(Plan.of(lock("gate")));

        assertThat(above(below)).isEmpty();
    }

    @Test
    void what_failed_without_changing_anything_lies_on_nothing() throws Exception {
        var below = apply(Plan.of(lock("door")));
        stand.platform.transport().script(call -> call.read() ? Fate.FINE : Fate.REJECTED);
        var failed = apply(Plan.of(lock("door")));

        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(above(below)).isEmpty();
    }

    @Test
    void what_failed_half_done_lies_on_top() throws Exception {
        var below = apply(Plan.of(lock("door")));
        stand.platform
                .transport()
                .script(call -> call.toString().equals("set gate locked") ? Fate.REJECTED : Fate.FINE);
        var half = apply(Plan.of(lock("door"), lock("gate")));

        assertThat(half.status()).isEqualTo(Status.FAILED);
        assertThat(above(below)).hasValueSatisfying(said -> assertThat(said).contains(half.id() + " lies on top"));
    }

    private RunState apply(Plan plan) throws InterruptedException {
        next = plan;
        return stand.apply();
    }

    private Optional<String> above(RunState run) {
        return new Stack(stand.journal()).above(run, run.plan().actions());
    }
}
