package dev.cordon.connectors.endpoint.ssh;

import static dev.cordon.plan.Check.look;
import static dev.cordon.plan.Step.step;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.HostScript;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Step;
import dev.cordon.plan.Subject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Stopping a tree of processes, and killing what was stopped. */
record ProcessSteps(PlatformName on, Subject host, ProcessFacts facts, boolean children) {

    private static final String LIST = "list the processes";
    static final String TREE = "tree";

    private static final String SINCE = "since";

    /** The host lets them go by itself after this time, for the day when Cordon does not come back. */
    private static final Duration LET_GO_AFTER = Duration.ofMinutes(30);

    private static final Duration DIES_WITHIN = Duration.ofSeconds(5);

    /** How long nothing may come back. */
    private static final Duration STAYS_AWAY = Duration.ofSeconds(10);

    /** Stands before the stopping: by the list all that was stopped is let go, also where the stopping broke off. */
    Step list() {
        return step(LIST)
                .apply(on(Terms.write(on), "proc.list")
                        .argument("key", Value.key())
                        .argument("boot", facts.boot())
                        .argument("roots", facts.roots())
                        .argument("children", String.valueOf(children))
                        .argument("thaw_after", LET_GO_AFTER.toSeconds()))
                .undo(thaw())
                .check(look(frozen()).expect("/listed", true).says("the host knows whom to let go"))
                .asTemporary();
    }

    Step freeze() {
        return step("stop the processes")
                .touches(assets())
                .apply(on(Terms.write(on), "proc.freeze")
                        .argument("key", new Value.Key(LIST))
                        .argument("boot", facts.boot())
                        .argument("roots", facts.roots())
                        .argument("children", String.valueOf(children)))
                .check(look(frozen()).expect("/frozen", true).says("the processes and all below them stand still"))
                .save(TREE, "/tree")
                .save(SINCE, "/since")
                .asTemporary();
    }

    private HostScript thaw() {
        return on(Terms.write(on), "proc.thaw")
                .argument("key", new Value.Key(LIST))
                .argument("children", String.valueOf(children));
    }

    private HostScript frozen() {
        return on(Terms.read(on), "proc.frozen").argument("key", new Value.Key(LIST));
    }

    Step kill() {
        return step("kill the processes")
                .touches(assets())
                .apply(on(Terms.write(on), "proc.kill")
                        .argument("key", new Value.Key(LIST))
                        .argument("boot", facts.boot())
                        .argument("tree", Value.saved(TREE))
                        .argument("children", String.valueOf(children)))
                .check(look(on(Terms.read(on), "proc.gone")
                                .argument("tree", Value.saved(TREE))
                                .argument("since", Value.saved(SINCE))
                                .argument("signatures", signatures()))
                        .expect("/alive", 0)
                        .expect("/respawned", 0)
                        .because("/why")
                        .says("none of them is left, and none has come back")
                        .settles(DIES_WITHIN)
                        .holds(STAYS_AWAY))
                .none("a killed process does not come back");
    }

    private HostScript on(Terms terms, String operation) {
        return HostScript.of(terms, facts.host(), operation);
    }

    private String signatures() {
        return facts.processes().stream()
                .map(process -> process.exeHash() + ":" + process.commandHash() + ":" + ShortHash.of(process.unit()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private Asset[] assets() {
        return facts.processes().stream()
                .map(process -> new Asset(
                                on,
                                "process",
                                facts.host() + " " + facts.boot() + " " + process.pid() + ":" + process.start(),
                                List.of(process.name() + " (" + process.pid() + ") on " + facts.host()))
                        .of(host))
                .toArray(Asset[]::new);
    }
}
