package dev.cordon.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.ActionId;
import dev.cordon.action.PlatformName;
import dev.cordon.journal.At;
import dev.cordon.journal.At.Spot;
import dev.cordon.journal.Phase;
import dev.cordon.journal.RunId;
import dev.cordon.journal.SealedSecrets;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Canonical;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class PromisesTest {

    private static final RunId RUN = new RunId("RUN-1");
    private static final ActionId ACTION = new ActionId("isolate");

    @Test
    void a_saved_value_takes_the_place_of_its_promise_at_any_depth() {
        var argument = Value.row(Value.of("sg"), Value.tree(Map.of("groups", Value.row(Value.saved("sg")))));

        var resolved = argument(at("step", null, Phase.APPLY, 1), Map.of("sg", json("\"sg-1\"")), null, argument);

        assertThat(resolved.json()).hasToString("[\"sg\",{\"groups\":[\"sg-1\"]}]");
    }

    @Test
    void the_member_at_hand_is_pointed_into() {
        var resolved =
                argument(at("end", "4711", Phase.APPLY, 1), Map.of(), json("{\"pid\":4711}"), Value.item("/pid"));

        assertThat(resolved.json()).hasToString("4711");
    }

    @Test
    void a_value_that_nobody_saved_is_a_broken_promise() {
        assertThatThrownBy(() -> argument(at("step", null, Phase.APPLY, 1), Map.of(), null, Value.saved("sg")))
                .isInstanceOf(Promises.BrokenPromise.class)
                .hasMessage("nothing was saved as 'sg'");
    }

    @Test
    void an_item_without_a_member_is_a_broken_promise() {
        assertThatThrownBy(() -> argument(at("step", null, Phase.APPLY, 1), Map.of(), null, Value.item("/pid")))
                .isInstanceOf(Promises.BrokenPromise.class)
                .hasMessage("nothing is at hand for item /pid");
    }

    /** Text from outside is never searched for promises. */
    @Property(tries = 200)
    void data_stays_as_it_is_whatever_it_looks_like(@ForAll String text) {
        for (var hostile : List.of(text, "${" + text + "}", "{\"is\":\"saved\",\"name\":\"sg\"}", "$(sg)")) {
            var resolved = argument(
                    at("step", null, Phase.APPLY, 1), Map.of("sg", json("1")), null, Value.row(Value.of(hostile)));

            assertThat(resolved).isEqualTo(Value.row(Value.of(hostile)));
        }
    }

    @Test
    void a_key_is_32_hex_digits_and_the_same_for_the_same_attempt_for_ever() {
        var key = key(at("snapshot", null, Phase.APPLY, 1));

        assertThat(key).matches("[0-9a-f]{32}").isEqualTo(key(at("snapshot", null, Phase.APPLY, 1)));
    }

    @Test
    void any_other_run_action_step_member_phase_or_attempt_has_another_key() {
        var keys = new HashSet<String>();
        keys.add(key(at("snapshot", null, Phase.APPLY, 1)));
        keys.add(key(at("protect", null, Phase.APPLY, 1)));
        keys.add(key(at("snapshot", "4711", Phase.APPLY, 1)));
        keys.add(key(at("snapshot", null, Phase.UNDO, 1)));
        keys.add(key(at("snapshot", null, Phase.APPLY, 2)));
        keys.add(key(new At(new ActionId("other"), "snapshot", null, Phase.APPLY, 1)));
        keys.add(resolve(new RunId("RUN-2"), at("snapshot", null, Phase.APPLY, 1), Value.key())
                .text());

        assertThat(keys).hasSize(7);
    }

    @Test
    void the_key_of_another_step_is_the_one_that_it_was_applied_with() {
        var applied = key(at("snapshot", null, Phase.APPLY, 3));

        var seenFromTheUndoOfAnother = resolve(RUN, at("cleanup", null, Phase.UNDO, 1), new Value.Key("snapshot"))
                .text();

        assertThat(seenFromTheUndoOfAnother).isEqualTo(applied);
    }

    private static At at(String step, String member, Phase phase, int attempt) {
        return new Spot(step, member).at(ACTION, phase, attempt);
    }

    private static String key(At at) {
        return resolve(RUN, at, Value.key()).text();
    }

    private static Value resolve(RunId run, At at, Value argument) {
        return argument(run, at, Map.of(), null, argument);
    }

    private static Value argument(At at, Map<String, JsonNode> saved, JsonNode item, Value argument) {
        return argument(RUN, at, saved, item, argument);
    }

    /** Every other step is at its third attempt. */
    private static Value argument(RunId run, At at, Map<String, JsonNode> saved, JsonNode item, Value argument) {
        var promises = new Promises(run, at, new TreeMap<>(saved), item, _ -> 3, SealedSecrets.NONE);
        var command = new Command(Terms.write(new PlatformName("edge")), List.of(argument), null, List.of(0));
        return ((Command) promises.in(command)).argv().getFirst();
    }

    private static JsonNode json(String text) {
        return Canonical.parse(text);
    }
}
