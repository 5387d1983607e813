package dev.cordon.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionId;
import dev.cordon.action.IncidentId;
import dev.cordon.execution.Candidates;
import dev.cordon.execution.Engine;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Platforms;
import dev.cordon.execution.Rollback;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.operation.Change;
import dev.cordon.operation.Edit;
import dev.cordon.operation.NoEvidence;
import dev.cordon.operation.Value;
import dev.cordon.plan.Canonical;
import dev.cordon.playbook.Conditions;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookAction;
import dev.cordon.scripted.VirtualPace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A document that is edited while others edit it, too. */
final class EditOverHttpTest {

    @TempDir
    Path folder;

    private final VirtualPace pace = new VirtualPace();
    private VersionedDocument document;
    private ListedPlatform platform;
    private DataFolder data;

    @BeforeEach
    void start() throws IOException {
        document = VersionedDocument.start();
        document.holds(ListedCase.HELD);
        var transport = new HttpTransport(Vendors.at(document.url()), Map.of("KEY", Vendors.SECRET), pace.clock());
        platform = new ListedPlatform(Vendors.ON, transport);
        data = DataFolder.open(folder.resolve("data"), pace.clock());
    }

    @AfterEach
    void stop() {
        data.close();
        platform.close();
        document.close();
    }

    @Test
    void when_somebody_was_faster_it_is_read_and_changed_anew_and_both_changes_stay() throws Exception {
        document.othersAreFaster(1, field("comment", "by somebody else"));

        var run = apply();

        assertThat(run.status()).isEqualTo(Status.COMPLETED);
        assertThat(document.document()).isEqualTo(Canonical.parse("""
                {"blocked": ["203.0.113.9", "198.51.100.7"], "mode": "guarded", "comment": "by somebody else"}"""));
        assertThat(document.writes()).isEqualTo(1);
    }

    @Test
    void what_somebody_changed_in_the_same_place_is_not_overwritten_and_it_is_said() throws Exception {
        document.othersAreFaster(1, field("mode", "theirs"));

        var run = apply();

        assertThat(run.status()).isEqualTo(Status.FAILED);
        assertThat(note(run)).contains("changed meanwhile: changed since at /body/mode: \"theirs\"");
        assertThat(document.writes()).isZero();
        assertThat(document.document().at("/mode").stringValue()).isEqualTo("theirs");
    }

    @Test
    void it_gives_up_after_six_times_and_has_changed_nothing() throws Exception {
        document.othersAreFaster(Integer.MAX_VALUE, UnaryOperator.identity());

        var run = apply();

        assertThat(run.status()).isEqualTo(Status.FAILED);
        assertThat(document.writes()).isZero();
        assertThat(document.document()).isEqualTo(Canonical.parse(ListedCase.HELD));
    }

    @Test
    void what_somebody_did_first_is_in_force_but_not_ours_so_the_undo_leaves_it() throws Exception {
        var theirs = "{\"blocked\": [\"198.51.100.7\"], \"mode\": \"guarded\"}";
        document.othersAreFaster(1, _ -> Canonical.parse(theirs));

        var run = apply();
        rollback(run);

        assertThat(run.status()).isEqualTo(Status.COMPLETED);
        assertThat(document.writes()).isZero();
        assertThat(document.document()).isEqualTo(Canonical.parse(theirs));
    }

    @Test
    void the_undo_takes_back_its_own_changes_and_leaves_what_others_changed_since() throws Exception {
        var run = apply();
        document.othersAreFaster(1, field("comment", "by somebody else"));

        assertThat(rollback(run).status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(document.document()).isEqualTo(Canonical.parse("""
                {"blocked": ["203.0.113.9"], "mode": "open", "comment": "by somebody else"}"""));
    }

    @Test
    void it_is_shown_as_a_difference() {
        assertThat(platform.transport().brief(edit())).isEqualTo("""
                        PUT /list as it is read then, changed:
                        + /body/blocked "it's"
                        - /body/blocked "203.0.113.9"
                        ~ /body/mode "open" → "guarded\"""");
    }

    @Test
    void the_rendered_commands_work_when_pasted() throws Exception {
        var pasted = new ProcessBuilder("bash", "-c", platform.transport().render(edit())).redirectErrorStream(true);
        pasted.environment().put("KEY", Vendors.SECRET);

        var process = pasted.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(document.document()).isEqualTo(Canonical.parse("""
                {"blocked": ["it's"], "mode": "guarded", "comment": "by hand"}"""));
    }

    @Test
    void the_rendered_commands_stop_where_something_is_not_as_it_was_read() throws Exception {
        document.holds("{\"blocked\": [\"203.0.113.9\"], \"mode\": \"theirs\"}");
        var pasted = new ProcessBuilder("bash", "-c", platform.transport().render(edit())).redirectErrorStream(true);
        pasted.environment().put("KEY", Vendors.SECRET);

        var process = pasted.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isNotZero();
        assertThat(said).contains("not as it was read");
        assertThat(document.writes()).isZero();
    }

    private Edit edit() {
        return new ListedAddresses(Vendors.ON)
                .edit(
                        Change.put("/body/blocked", "", Value.of("it's")),
                        Change.drop("/body/blocked", "", Value.of("203.0.113.9"), 0),
                        Change.replace("/body/mode", Value.of("open"), Value.of("guarded")));
    }

    private static UnaryOperator<JsonNode> field(String name, String value) {
        return held -> ((ObjectNode) held.deepCopy()).put(name, value);
    }

    private Platforms platforms() {
        return new Platforms(List.of(platform));
    }

    private Engine engine() {
        return new Engine(platforms(), data.journal(), new NoEvidence(), pace, new Random(7), _ -> {});
    }

    private RunState apply() throws InterruptedException {
        var action = new PlaybookAction(
                new ActionId("a"), Optional.of(Vendors.ON), List.of(), Conditions.NONE, ListedCase.block());
        var playbook = new Playbook(new IncidentId("INC-1"), "test", "analyst1", FailurePolicy.STOP, List.of(action));
        var candidates = new Candidates(platforms(), List.of(new ListedPlatform.Type()));
        return switch (Planner.online(candidates, pace).plan(playbook)) {
            case Planner.Result.Planned(var plan) -> engine().apply(plan, "analyst1");
            case Planner.Result.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }

    private RunState rollback(RunState run) throws InterruptedException {
        return switch (engine().rollback(run.id(), List.of(), "analyst1")) {
            case Rollback.Tried(var state) -> state;
            case Rollback.Refused(var why) -> throw new AssertionError(why);
            case Rollback.Unknown() -> throw new AssertionError("not known");
        };
    }

    private static String note(RunState run) {
        return run.action(new ActionId("a")).note();
    }
}
