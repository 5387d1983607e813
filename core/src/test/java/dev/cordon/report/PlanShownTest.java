package dev.cordon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.execution.Platforms;
import dev.cordon.paper.Golden;
import dev.cordon.paper.PaperPlan;
import dev.cordon.paper.PaperType;
import dev.cordon.plan.Plan;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shown of a plan before it is applied. */
class PlanShownTest {

    private final Rendering rendering = new Rendering(new Platforms(List.of()), List.of(new PaperType("paper")));

    @Test
    void the_text_of_a_plan_is_as_it_was_approved() throws IOException {
        Golden.assertSame("plan.txt", new PlanText(rendering).of(PaperPlan.playbook()));
    }

    @Test
    void the_text_of_a_plan_with_its_commands_in_full_is_as_it_was_approved() throws IOException {
        Golden.assertSame("plan-commands.txt", new PlanText(rendering, true).of(PaperPlan.playbook()));
    }

    @Test
    void the_json_of_a_plan_is_as_it_was_approved() throws IOException {
        var json = new PlanJson(rendering).of(PaperPlan.playbook());

        Golden.assertSame("plan.json", json.toPrettyString() + "\n");
    }

    @Test
    void the_text_ends_with_the_command_that_applies_exactly_this_plan() {
        var plan = PaperPlan.playbook();

        assertThat(new PlanText(rendering).of(plan)).endsWith("\n  cordon apply --digest " + plan.digest() + "\n");
    }

    @Test
    void an_offline_plan_offers_no_digest_to_apply() {
        var text = new PlanText(rendering).offline(PaperPlan.playbook());

        assertThat(text).doesNotContain("--digest").contains("Drawn up offline");
    }

    @Test
    void an_effect_that_is_in_force_already_has_no_steps_and_says_so() {
        var empty =
                PaperPlan.action("again", PaperPlan.BLOCK, PaperPlan.EDGE, null, "x", "{}", "{}", Plan.nothingToDo());

        var text = new PlanText(rendering).of(PaperPlan.playbook("again", empty));

        assertThat(text).contains("none: the effect is in force already").doesNotContain("step 1");
    }

    @Test
    void what_came_from_outside_cannot_steer_the_terminal() {
        var hostile = PaperPlan.action(
                "hostile",
                PaperPlan.BLOCK,
                PaperPlan.EDGE,
                null,
                "\u001b[2Jname\r\u202e",
                "{\"a\":null}",
                "{\"a\":\"\\u001b[31m\"}",
                Plan.nothingToDo().note("\u001b]0;title\u0007"));

        var text = new PlanText(rendering).of(PaperPlan.playbook("\u009b31m\nforged line", hostile));

        assertThat(text.codePoints().filter(point -> point != '\n'))
                .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT);
        assertThat(text.lines()).noneMatch(line -> line.startsWith("forged line"));
        assertThat(text).contains("\\u{1b}[2Jname\\u{d}\\u{202e}");
    }

    @Test
    void what_is_only_shown_is_told_apart_from_what_binds_and_may_be_nothing() {
        var facts = "{\"open\":true,\"sessions\":null,\"waiting\":null}";
        var shown = "{\"open\":true,\"sessions\":[7],\"waiting\":[]}";
        var action =
                PaperPlan.action("a", PaperPlan.BLOCK, PaperPlan.EDGE, null, "x", facts, shown, Plan.nothingToDo());

        var text = new PlanText(rendering).of(PaperPlan.playbook("a", action));

        assertThat(text)
                .contains("seen now  sessions: 1 entry [7] (shown, not bound)\n")
                .contains("seen now  waiting: none (shown, not bound)\n")
                .doesNotContain("open: true");
    }

    @Test
    void prose_fits_eighty_columns_and_commands_are_never_broken() {
        var text = new PlanText(rendering, true).of(PaperPlan.playbook());

        assertThat(text.lines().filter(line -> !line.contains("$ ") && !line.contains("--digest")))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void a_containment_action_has_the_names_of_the_contract_in_their_order() {
        var json = new ContainmentActions(rendering)
                .of(PaperPlan.playbook())
                .getFirst()
                .toJson();

        assertThat(json.propertyNames())
                .containsExactly(
                        "id",
                        "action_type",
                        "target",
                        "target_type",
                        "reason",
                        "status",
                        "commands",
                        "api_payload",
                        "rollback_commands",
                        "rollback_available",
                        "evidence_path",
                        "created_at",
                        "completed_at",
                        "analyst",
                        "notes",
                        "metadata");
        assertThat(json.at("/status").stringValue()).isEqualTo("pending");
        assertThat(json.at("/action_type").stringValue()).isEqualTo("database_lockdown");
        assertThat(json.at("/metadata/request/database").stringValue()).isEqualTo("orders");
        assertThat(json.at("/metadata/resolved").stringValue()).isEqualTo("16384");
    }

    @Test
    void commands_are_those_that_apply_sends_with_the_end_of_temporary_steps_and_undo_goes_in_reverse() {
        var action = new ContainmentActions(rendering).of(PaperPlan.playbook()).getFirst();

        assertThat(action.commands())
                .containsExactly(
                        "app-db$ close orders",
                        "app-db$ freeze orders",
                        "app-db$ tell owner",
                        "app-db$ end ${item/pid} ${key}",
                        "app-db$ thaw orders");
        assertThat(action.rollbackCommands()).containsExactly("app-db$ open orders");
    }

    @Test
    void the_rollback_of_an_action_has_its_id_and_type_and_what_undoing_sends() {
        var action = new ContainmentActions(rendering).of(PaperPlan.playbook()).getLast();

        var rollback = action.getRollback().orElseThrow();

        assertThat(rollback.id()).isEqualTo("block-rollback");
        assertThat(rollback.actionType()).isEqualTo("firewall_block_rollback");
        assertThat(rollback.commands()).containsExactly("edge$ delete 198.51.100.1", "edge$ drop-if-empty");
        assertThat(rollback.apiPayload().at("/apply").propertyNames()).containsExactly("element", "table");
        assertThat(rollback.getRollback()).isEmpty();
    }

    @Test
    void facts_that_are_manyare_summed_up() {
        var many =
                "[" + String.join(",", Stream.generate(() -> "4711").limit(500).toList()) + "]";
        var action = PaperPlan.action(
                "a",
                PaperPlan.BLOCK,
                PaperPlan.EDGE,
                null,
                "x",
                "{}",
                "{\"sessions\":" + many + "}",
                Plan.nothingToDo());

        var json = new ContainmentActions(rendering)
                .of(PaperPlan.playbook("a", action))
                .getFirst()
                .toJson();

        assertThat(json.at("/metadata/facts/sessions").stringValue()).isEqualTo("500 entries");
    }

    @Test
    void an_operation_that_nothing_can_render_any_more_is_shown_as_data() {
        var nobody = new Rendering(new Platforms(List.of()), List.of());

        var commands = new ContainmentActions(nobody)
                .of(PaperPlan.playbook())
                .getLast()
                .commands();

        assertThat(commands).singleElement().asString().startsWith("{").contains("\"op\":\"command\"");
    }
}
