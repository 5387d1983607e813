package dev.cordon.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.paper.Golden;
import dev.cordon.paper.PaperPlan;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * A plan that an earlier version stored is run and undone by this one. The file is never written anew after a release:
 * whoever breaks this test breaks plans that are in force somewhere.
 */
class StoredPlanTest {

    @Test
    void a_plan_is_stored_as_it_always_was() throws IOException {
        Golden.assertSame("stored-plan.json", Canonical.write(PaperPlan.playbook()) + "\n");
    }

    @Test
    void a_stored_plan_is_read_back_as_the_same_plan_with_the_same_digest() throws IOException {
        var stored = Canonical.read(Golden.text("stored-plan.json"), PlannedPlaybook.class);

        assertThat(Canonical.write(stored)).isEqualTo(Canonical.write(PaperPlan.playbook()));
        assertThat(stored.digest()).isEqualTo(PaperPlan.playbook().digest());
    }

    @Test
    void an_empty_plan_is_read_back_too() {
        var empty = PaperPlan.playbook(
                "again",
                PaperPlan.action("a", PaperPlan.BLOCK, PaperPlan.EDGE, null, "x", "{}", "{}", Plan.nothingToDo()));

        assertThat(Canonical.read(Canonical.write(empty), PlannedPlaybook.class))
                .isEqualTo(empty);
    }
}
