package dev.cordon.cli;

import dev.cordon.action.ActionId;
import dev.cordon.cli.Ending.Stopped;
import dev.cordon.document.Printable;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import java.util.List;
import java.util.Optional;

/**
 * A run, or some of its actions, as a person names them: {@code RUN}, {@code ACTION}, or {@code RUN/ACTION} where an
 * action's id alone would not say which run.
 *
 * @param actions only these; all of the run where empty
 */
record RunChoice(RunState run, List<ActionId> actions) {

    /** @throws Stopped where the journal has none, or several */
    static RunChoice of(String word, Journal journal) {
        var slash = word.indexOf('/');
        if (slash > 0) {
            var action = action(word.substring(slash + 1));
            return find(word.substring(0, slash), journal)
                    .filter(run -> action.filter(run.actions()::containsKey).isPresent())
                    .map(run -> new RunChoice(run, List.of(action.orElseThrow())))
                    .orElseThrow(() -> unknown(word));
        }
        return find(word, journal).map(run -> new RunChoice(run, List.of())).orElseGet(() -> byAction(word, journal));
    }

    /** @throws Stopped where the journal has no such run */
    static RunState run(String word, Journal journal) {
        return find(word, journal).orElseThrow(() -> unknown(word));
    }

    private static Optional<RunState> find(String word, Journal journal) {
        try {
            return RunState.fold(journal.read(new RunId(word)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no run can be called so
        }
    }

    private static RunChoice byAction(String word, Journal journal) {
        var id = action(word).orElseThrow(() -> unknown(word));
        var holding = journal.runs().stream()
                .flatMap(run -> RunState.fold(journal.read(run)).stream())
                .filter(run -> run.actions().containsKey(id))
                .toList();
        var inForce = holding.stream().filter(run -> mayBeInForce(run, id)).toList();
        var fitting = inForce.isEmpty() ? holding : inForce;
        if (fitting.isEmpty()) {
            throw unknown(word);
        }
        if (fitting.size() > 1) {
            throw new Stopped(
                    ExitCode.BAD_INPUT,
                    "several runs have an action '" + id + "': say which with "
                            + String.join(
                                    " or ",
                                    fitting.stream()
                                            .map(run -> run.id() + "/" + id)
                                            .toList()));
        }
        return new RunChoice(fitting.getFirst(), List.of(id));
    }

    private static Optional<ActionId> action(String word) {
        try {
            return Optional.of(new ActionId(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean mayBeInForce(RunState run, ActionId id) {
        var status = run.action(id).status();
        return status != Status.PENDING && status != Status.ROLLED_BACK;
    }

    static Stopped unknown(String word) {
        return new Stopped(
                ExitCode.REFUSED,
                "the journal knows no run or action " + Printable.quoted(word) + ": 'cordon status' lists the runs");
    }
}
