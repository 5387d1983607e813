package dev.cordon.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.journal.Status;
import dev.cordon.library.CordonException.Refused;
import dev.cordon.library.CordonException.WrongInput;
import dev.cordon.plan.Canonical;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Fate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainmentPlaybookTest {

    private Desk desk;
    private final ContainmentPlaybook playbook = Desk.playbook();

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void planning_an_action_changes_nothing_and_applying_it_does() throws Exception {
        var action = desk.lock("door");
        var before = desk.world.toString();

        var playbook = desk.cordon.apply(action);

        assertThat(action.status()).isEqualTo(Status.PENDING);
        assertThat(before).isEqualTo("{}");
        assertThat(playbook.status()).isEqualTo(Status.COMPLETED);
        assertThat(playbook.action(action.id()).status()).isEqualTo(Status.COMPLETED);
        assertThat(desk.world).hasToString("{door.bolt=locked}");
    }

    @Test
    void what_a_playbook_did_is_taken_back() throws Exception {
        playbook.addAction(desk.lock("door", "a"));
        playbook.addAction(desk.lock("gate", "b"), "a");
        desk.cordon.apply(playbook);

        var status = desk.cordon.rollback(playbook);

        assertThat(status).isEqualTo(Status.ROLLED_BACK);
        assertThat(desk.world).hasToString("{}");
    }

    @Test
    void an_action_is_taken_back_by_itself_or_by_what_takes_it_back() throws Exception {
        playbook.addAction(desk.lock("door", "a"));
        playbook.addAction(desk.lock("gate", "b"));
        desk.cordon.apply(playbook);
        var a = playbook.action("a");
        var b = playbook.action("b");

        assertThat(desk.cordon.rollback(a).status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(desk.cordon.rollback(b.getRollback().orElseThrow()).status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(desk.world).hasToString("{}");
        assertThat(playbook.status()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void what_takes_an_action_back_has_its_id_and_type() {
        var rollback = desk.lock("door", "a").getRollback().orElseThrow();

        assertThat(rollback.id()).isEqualTo("a-rollback");
        assertThat(rollback.actionType()).isEqualTo("firewall_block_rollback");
        assertThatThrownBy(() -> playbook.addAction(rollback))
                .isInstanceOf(WrongInput.class)
                .hasMessage("a-rollback takes an action back: hand it to Cordon.rollback");
    }

    @Test
    void the_json_has_the_names_of_the_contract_before_and_after() throws Exception {
        playbook.addAction(desk.lock("door", "a"));
        var before = Canonical.parse(playbook.toJson());
        desk.cordon.apply(playbook);
        var after = Canonical.parse(playbook.toJson());

        assertThat(before.propertyNames())
                .containsExactlyInAnyOrder("incident_id", "name", "analyst", "created_at", "status", "actions");
        assertThat(after.propertyNames()).containsAll(before.propertyNames());
        for (var name : List.of("incident_id", "name", "analyst", "created_at")) {
            assertThat(after.path(name)).isEqualTo(before.path(name));
        }
        assertThat(before.path("status").stringValue()).isEqualTo("pending");
        assertThat(after.path("status").stringValue()).isEqualTo("completed");
        assertThat(after.at("/actions/0/metadata/request/reason").stringValue()).isEqualTo("door");
    }

    @Test
    void the_report_tells_what_is_planned_and_then_what_was_done() throws Exception {
        playbook.addAction(desk.lock("door", "a"));
        var before = playbook.generateReport();
        desk.cordon.apply(playbook);

        assertThat(before)
                .contains("# Containment plan: `Break-in`", "nothing has been changed", "set door.bolt locked");
        assertThat(playbook.generateReport()).contains("# Containment report: `Break-in`", "confirmed");
    }

    @Test
    void the_executive_summary_tells_what_is_planned_and_then_what_was_contained() throws Exception {
        playbook.addAction(desk.lock("door", "a"));
        var before = playbook.generateExecutiveSummary();
        desk.cordon.apply(playbook);

        assertThat(before)
                .contains("# Executive summary: `Break-in`", "Nothing has been changed yet. 1 action is planned");
        assertThat(playbook.generateExecutiveSummary())
                .contains("# Executive summary: `Break-in`", "One action: 1 in force. ", "What can be undone");
    }

    @Test
    void an_action_that_fails_is_told_by_its_status_and_the_next_does_not_begin() throws Exception {
        desk.platform.transport().script(call -> call.read() ? Fate.FINE : Fate.REJECTED);
        playbook.addAction(desk.lock("door", "a"));
        playbook.addAction(desk.lock("gate", "b"), "a");

        assertThat(desk.cordon.apply(playbook)).isEqualTo(Status.FAILED);
        assertThat(playbook.action("b").status()).isEqualTo(Status.PENDING);
    }

    @Test
    void the_failure_policy_of_a_playbook_is_obeyed() throws Exception {
        playbook.onFailure(FailurePolicy.ROLLBACK_ALL);
        playbook.addAction(desk.lock("door", "a"));
        playbook.addAction(desk.lock("gate", "b"), "a");
        desk.platform.transport().script(call -> call.toString().startsWith("set gate") ? Fate.REJECTED : Fate.FINE);

        desk.cordon.apply(playbook);

        assertThat(playbook.action("a").status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(desk.world).hasToString("{}");
    }

    @Test
    void what_is_seen_not_to_work_is_failed_and_really_taken_back() throws Exception {
        playbook.addAction(desk.lock("door", "a"));
        desk.cordon.apply(playbook);

        playbook.failAction("a", "he has a key", true);

        assertThat(playbook.action("a").status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(desk.world).hasToString("{}");
        assertThat(playbook.generateReport()).contains("noted by hand: failed: `analyst1: he has a key`");
    }

    @Test
    void failing_an_action_without_rollback_takes_nothing_back() throws Exception {
        playbook.addAction(desk.lock("door", "a"));
        desk.cordon.apply(playbook);

        playbook.failAction("a", "he has a key");

        assertThat(playbook.status()).isEqualTo(Status.FAILED);
        assertThat(desk.world).hasToString("{door.bolt=locked}");
    }

    @Test
    void applying_again_does_nothing_twice() throws Exception {
        playbook.addAction(desk.lock("door"));
        desk.cordon.apply(playbook);

        assertThat(desk.cordon.apply(playbook)).isEqualTo(Status.COMPLETED);
        assertThat(desk.platform.transport().writes()).containsExactly("set door.bolt locked");
    }

    @Test
    void a_later_process_takes_back_what_an_earlier_one_did() throws Exception {
        playbook.addAction(desk.lock("door", "a"));
        desk.cordon.apply(playbook);
        var run = playbook.run().orElseThrow();

        var later = desk.restart().cordon.playbook(run.value());

        assertThat(later.action("a").status()).isEqualTo(Status.COMPLETED);
        assertThat(desk.cordon.rollback(later)).isEqualTo(Status.ROLLED_BACK);
        assertThat(desk.world).hasToString("{}");
    }

    @Test
    void an_applied_playbook_takes_no_more_actions() throws Exception {
        playbook.addAction(desk.lock("door"));
        desk.cordon.apply(playbook);
        var more = desk.lock("gate");

        assertThatThrownBy(() -> playbook.addAction(more))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("make another one for the same incident");
    }

    @Test
    void nothing_is_recorded_of_a_playbook_that_was_not_applied() {
        playbook.addAction(desk.lock("door", "a"));

        assertThatThrownBy(() -> playbook.completeAction("a"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("apply");
        assertThatThrownBy(() -> desk.cordon.rollback(playbook)).isInstanceOf(Refused.class);
    }

    @Test
    void two_actions_on_one_thing_are_refused_and_can_be_parted() throws Exception {
        playbook.addAction(desk.lock("door", "a"));
        playbook.addAction(desk.lock("door", "b"));

        assertThatThrownBy(() -> desk.cordon.apply(playbook))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("refused: b (firewall_block): works on thing door.bolt");
        assertThat(desk.world).hasToString("{}");
        assertThat(playbook.run()).isEmpty();
    }

    @Test
    void an_order_that_cannot_be_kept_is_refused_when_it_is_said() {
        var action = desk.lock("door", "a");

        assertThatThrownBy(() -> playbook.addAction(action, "b"))
                .hasMessage("no action of this playbook has the id 'b': add it first");
        playbook.addAction(action);
        assertThatThrownBy(() -> playbook.addAction(action)).hasMessage("the action a is in the playbook already");
    }

    @Test
    void an_empty_playbook_is_not_applied() {
        assertThatThrownBy(() -> desk.cordon.apply(playbook)).hasMessage("the playbook has no actions");
    }

    @Test
    void an_action_is_applied_once() throws Exception {
        var action = desk.lock("door");
        desk.cordon.apply(action);

        assertThatThrownBy(() -> desk.cordon.apply(action))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith("was not planned by this Cordon, or has been applied: plan it anew");
    }
}
