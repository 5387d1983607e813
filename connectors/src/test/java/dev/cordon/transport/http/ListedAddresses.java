package dev.cordon.transport.http;

import static dev.cordon.plan.Check.look;
import static dev.cordon.plan.Step.step;

import dev.cordon.action.FirewallBlock;
import dev.cordon.action.PlatformName;
import dev.cordon.operation.Change;
import dev.cordon.operation.Edit;
import dev.cordon.operation.HttpCall;
import dev.cordon.operation.Pointer;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Discovery;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Facts;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Read;
import dev.cordon.plan.Reader;
import dev.cordon.plan.View;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** Blocks an address by an element of the list {@code blocked} of a {@link VersionedDocument}, and closes it. */
record ListedAddresses(PlatformName on) implements Connector<FirewallBlock, ListedAddresses.Found> {

    static final Map<String, View> VIEWS = Map.of(
            "state",
            (answer, arguments) -> JsonNodeFactory.instance
                    .objectNode()
                    .put("listed", answer.at("/body/blocked").valueStream().anyMatch(arguments.at("/wanted")::equals))
                    .set("mode", answer.at("/body/mode")));

    record Found(boolean listed, String mode) implements Facts {}

    @Override
    public Class<FirewallBlock> carries() {
        return FirewallBlock.class;
    }

    @Override
    public Discovery<Found> discover(FirewallBlock request, Reader reader) {
        var state = reader.read(state(request));
        var found = new Found(
                state.at("/listed").booleanValue(false), state.at("/mode").stringValue(""));
        return new Discovery.Found<>(found, "the list");
    }

    @Override
    public Found assume(FirewallBlock request) {
        return new Found(false, "open");
    }

    @Override
    public Draft plan(FirewallBlock request, Found found) {
        var asset = new Asset(on, "address", request.target(), List.of(request.target()));
        if (found.listed()) {
            return Plan.nothingToDo(asset);
        }
        var edit = edit(
                Change.put("/body/blocked", "", address(request)),
                Change.replace("/body/mode", Value.of(found.mode()), Value.of("guarded")));
        return Plan.of(step("list")
                        .touches(asset)
                        .apply(edit)
                        .undo(edit.inverse())
                        .check(look(state(request)).expect("/listed", true)))
                .note("assumed offline: it is not listed");
    }

    Edit edit(Change... changes) {
        var write = HttpCall.put(Terms.write(on), "/list")
                .header("If-Match", Value.found("/headers/etag"))
                .json(Value.found("/body"));
        return new Edit(HttpCall.get(Terms.read(on), "/list"), new Pointer("/headers/etag"), List.of(changes), write);
    }

    private Read state(FirewallBlock request) {
        return Read.of(HttpCall.get(Terms.read(on), "/list"))
                .as(
                        "state",
                        JsonNodeFactory.instance
                                .objectNode()
                                .set("wanted", address(request).json()));
    }

    private static Value address(FirewallBlock request) {
        return Value.of(request.target());
    }
}
