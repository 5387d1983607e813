package dev.cordon.cli;

import static dev.cordon.plan.Step.step;

import dev.cordon.action.BlockTarget;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.PlatformName;
import dev.cordon.operation.Alphabet;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Transport;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Check;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Discovery;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Facts;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Reader;
import dev.cordon.plan.Step;
import dev.cordon.plan.Subject;
import dev.cordon.plan.View;
import java.util.List;
import java.util.Map;

/** See {@link FolderType}. */
record FolderPlatform(PlatformName name, FolderTransport files) implements Platform {

    /** A sending to this address cannot be looked at, and must not be sent twice. */
    static final String BLIND = "192.0.2.99";

    /** Its block works, and then a second step is declined. */
    static final String FAILING = "192.0.2.66";

    /** Its block is put with a password that Cordon makes. */
    static final String GUARDED = "192.0.2.77";

    record Blocked(boolean blocked) implements Facts {}

    @Override
    public String type() {
        return "folder";
    }

    @Override
    public List<Connector<?, ?>> connectors() {
        return List.of(new Block(name));
    }

    @Override
    public Transport transport() {
        return files;
    }

    @Override
    public Map<String, View> views() {
        return Map.of();
    }

    @Override
    public List<Finding> examine(Reader reader) {
        reader.read(command(Terms.read(name), "look", "anything"));
        return List.of(new Finding(true, "the folder can be read"));
    }

    @Override
    public void close() {}

    private static Command command(Terms terms, String... words) {
        return new Command(terms, List.of(words).stream().map(Value::of).toList(), null, List.of(0));
    }

    private record Block(PlatformName on) implements Connector<FirewallBlock, Blocked> {

        @Override
        public Class<FirewallBlock> carries() {
            return FirewallBlock.class;
        }

        @Override
        public Discovery<Blocked> discover(FirewallBlock request, Reader reader) {
            var seen = reader.read(command(Terms.read(on), "look", request.target()));
            return new Discovery.Found<>(new Blocked(seen.path("there").asBoolean()), request.target());
        }

        @Override
        public Blocked assume(FirewallBlock request) {
            return new Blocked(false);
        }

        @Override
        public Draft plan(FirewallBlock request, Blocked facts) {
            var asset = asset(request);
            if (facts.blocked()) {
                return Plan.nothingToDo(asset);
            }
            var block = block(request.target(), asset);
            return request.target().equals(FAILING) ? Plan.of(block, declined()) : Plan.of(block);
        }

        private Asset asset(FirewallBlock request) {
            var address = new Asset(on, "address", request.target(), List.of());
            return request.blocked() instanceof BlockTarget.Addresses(var range)
                    ? address.of(new Subject.Addresses(range))
                    : address;
        }

        private Command put(String target) {
            var put = command(Terms.write(on), "put", target);
            return target.equals(GUARDED)
                    ? new Command(put.terms(), put.argv(), Value.secret("key", Alphabet.WITH_SIGNS, 24), put.accepted())
                    : put;
        }

        private Step declined() {
            return step("declined").apply(command(Terms.write(on), "decline")).none("it is never done");
        }

        private Step block(String target, Asset asset) {
            if (target.equals(BLIND)) {
                return step("block")
                        .touches(asset)
                        .apply(command(Terms.once(on), "lose", target))
                        .none("nobody can look");
            }
            return step("block")
                    .touches(asset)
                    .apply(put(target))
                    .undo(command(Terms.write(on), "take", target))
                    .check(Check.look(command(Terms.read(on), "look", target)).expect("/there", true));
        }
    }
}
