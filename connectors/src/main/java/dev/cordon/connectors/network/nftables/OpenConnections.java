package dev.cordon.connectors.network.nftables;

import static dev.cordon.plan.Check.look;
import static dev.cordon.plan.Step.step;

import dev.cordon.action.Cidr;
import dev.cordon.action.PlatformName;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Check.Is;
import dev.cordon.plan.Planned;
import dev.cordon.plan.Read;
import dev.cordon.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ends what is open when a cut is made. Its packets are dropped already, but the ends would wait, and go on after a
 * rollback.
 *
 * <p>Judged by listing again, never by an exit code: ss says 0 also where it ended nothing. All of it is optional: the
 * cut does not depend on it.
 *
 * @param tools which are installed
 */
record OpenConnections(PlatformName on, List<String> tools) {

    /**
     * What may carry data. Half-open ones come anew as long as somebody knocks, and would never be none; TIME-WAIT is
     * over (ss(8), STATE-FILTER).
     */
    private static final List<String> STATES =
            List.of("state", "synchronized", "exclude", "time-wait", "exclude", "syn-recv");

    private static final String TO_ITSELF = "to_itself";
    private static final String LOST = "what was ended does not come back; its owner connects again";

    /** Of this machine: those that are meant, without those that never leave it, whichever of its addresses they use. */
    List<Planned> ofThisMachine(SocketFilter meant) {
        if (!tools.contains(Tools.SS)) {
            return List.of();
        }
        var whoseOwn = step("see which addresses are its own")
                .check(look(Read.of(Command.of(Terms.read(on), Tools.IP, "-j", "addr", "show"))
                                .as(ConnectionViews.TO_ITSELF))
                        .expect("/peers", Is.DIFFERENT, Value.of(""))
                        .says("its addresses are read: connections among them are left alone"))
                .save(TO_ITSELF, "/peers");
        return List.of(whoseOwn, end(meant));
    }

    private Step end(SocketFilter meant) {
        return step("end open connections")
                .apply(ss(Terms.write(on), "-KHOtn", meant))
                .check(look(Read.of(ss(Terms.read(on), "-HOtn", meant)).as(ConnectionViews.SOCKETS))
                        .expect("/none", true)
                        .says("listed again: none is open"))
                .none(LOST)
                .asOptional();
    }

    /** Through this machine: those that one of these addresses has begun, and those that were begun to it. */
    List<Planned> through(Cidr range) {
        if (!tools.contains(Tools.CONNTRACK)) {
            return List.of();
        }
        return List.of(forget("from", "-s", range), forget("to", "-d", range));
    }

    /** Exit 1 where there was none, conntrack(8). */
    private Step forget(String way, String field, Cidr range) {
        var read = Command.of(Terms.read(on), Tools.CONNTRACK, "-L", field, range.shortest());
        var write = Command.of(Terms.write(on), Tools.CONNTRACK, "-D", field, range.shortest());
        return step("forget connections " + way + " " + range.shortest())
                .apply(write.accepting(0, 1))
                .check(look(Read.of(read).as(ConnectionViews.TRACKED))
                        .expect("/none", true)
                        .says("listed again: none is tracked"))
                .none(LOST)
                .asOptional();
    }

    private Command ss(Terms terms, String options, SocketFilter meant) {
        var words = new ArrayList<String>();
        words.add(Tools.SS);
        words.add(options);
        words.addAll(STATES);
        words.addAll(meant.words());
        words.addAll(meant.words().isEmpty() ? List.of("not") : List.of("and", "not"));
        var argv = Stream.concat(words.stream().map(Value::of), Stream.of(Value.saved(TO_ITSELF)));
        return new Command(terms, argv.toList(), null, List.of(0));
    }

    /** What the approver must know where a tool is missing; empty where none is. */
    String note() {
        var missing = Tools.ALL.stream().filter(tool -> !tools.contains(tool)).toList();
        return missing.isEmpty()
                ? ""
                : "open connections are cut, but not ended everywhere, and may go on after a rollback: "
                        + String.join(" and ", missing) + (missing.size() == 1 ? " is" : " are") + " not installed";
    }
}
