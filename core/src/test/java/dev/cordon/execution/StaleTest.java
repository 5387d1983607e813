package dev.cordon.execution;

import static dev.cordon.execution.Lock.lock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.Status;
import dev.cordon.plan.Plan;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that refuses because the world is not as it was read. */
final class StaleTest {

    @TempDir
    Path folder;

    private Stand stand;

    @BeforeEach
    void open() {
        stand = new Stand(folder, _ -> Plan.of(lock("door")));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void what_is_refused_as_stale_fails_and_has_changed_nothing() throws Exception {
        stand.platform.transport().script(call -> call.read() ? Fate.FINE : Fate.STALE);

        var run = stand.apply();

        assertThat(run.status()).isEqualTo(Status.FAILED);
        assertThat(run.actions().values()).allSatisfy(action -> {
            assertThat(action.note()).contains("changed meanwhile: somebody was faster");
            assertThat(action.mayHaveChanged()).isFalse();
        });
        assertThat(stand.platform.transport().writes()).hasSize(1);
    }

    @Test
    void what_somebody_else_did_first_is_in_force_and_the_undo_leaves_it() throws Exception {
        stand.platform.transport().script(call -> {
            if (call.read()) {
                return Fate.FINE;
            }
            stand.world.set("door", "locked");
            return Fate.STALE;
        });

        var run = stand.apply();
        stand.rollback();

        assertThat(run.status()).isEqualTo(Status.COMPLETED);
        assertThat(stand.world).hasToString("{door=locked}");
        assertThat(stand.platform.transport().writes()).containsExactly("set door locked");
    }

    @Test
    void an_undo_that_is_refused_as_stale_because_it_is_gone_already_is_done() throws Exception {
        stand.apply();
        stand.platform.transport().script(call -> {
            if (call.read()) {
                return Fate.FINE;
            }
            stand.world.remove("door");
            return Fate.STALE;
        });

        assertThat(stand.rollback())
                .isInstanceOfSatisfying(
                        Rollback.Tried.class,
                        tried -> assertThat(tried.state().status()).isEqualTo(Status.ROLLED_BACK));
    }

    @Test
    void stale_after_a_lost_answer_may_be_our_own_doing_so_it_is_undone() throws Exception {
        var sent = new int[1];
        stand.platform.transport().script(call -> {
            if (call.read()) {
                return Fate.FINE;
            }
            sent[0]++;
            if (sent[0] == 2) {
                stand.world.set("door", "locked"); // the first arrives only now
            }
            return switch (sent[0]) {
                case 1 -> Fate.CALL_LOST;
                case 2 -> Fate.STALE;
                default -> Fate.FINE;
            };
        });

        var run = stand.apply();
        stand.rollback();

        assertThat(run.status()).isEqualTo(Status.COMPLETED);
        assertThat(stand.world).hasToString("{}");
    }
}
