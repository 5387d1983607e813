package dev.cordon.cli;

import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.journal.RunState;
import dev.cordon.plan.Check;
import dev.cordon.plan.Step;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldTest {

    @TempDir
    private Path folder;

    @Test
    void a_stopped_run_names_what_it_holds_for_a_time_only() throws Exception {
        try (var stand = Stand.of(folder, locking("process").asTemporary(), locking("door"))) {
            stand.platform.transport().script(call -> {
                if (call.toString().equals("set process locked")) {
                    stand.pace.stop();
                }
                return Fate.FINE;
            });
            assertThatThrownBy(stand::apply).isInstanceOf(InterruptedException.class);

            assertThat(Held.line(journalled(stand)))
                    .hasValue("meant for a time only, and in force until then: a: lock process");
        }
    }

    @Test
    void a_run_that_came_to_its_end_holds_nothing() throws Exception {
        try (var stand = Stand.of(folder, locking("process").asTemporary(), locking("door"))) {
            stand.apply();

            assertThat(Held.line(journalled(stand))).isEmpty();
        }
    }

    private static Step locking(String name) {
        return step("lock " + name)
                .touches(asset(name))
                .apply(set(name, "locked"))
                .undo(remove(name))
                .check(Check.look(list()).expect("/all/" + name, "locked"));
    }

    private static RunState journalled(Stand stand) {
        return RunState.fold(stand.journal().read(stand.run())).orElseThrow();
    }
}
