package dev.cordon.cli;

import dev.cordon.action.ActionId;
import dev.cordon.cli.Ending.Stopped;
import dev.cordon.document.Printable;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunFinder;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import java.util.List;

/**
 * A run, or some of its actions, as a person names them: {@code RUN}, {@code ACTION}, or {@code RUN/ACTION}.
 *
 * @param actions only these; all of the run where empty
 */
record RunChoice(RunState run, List<ActionId> actions) {

    /** @throws Stopped where the journal has none, or several */
    static RunChoice of(String word, Journal journal) {
        return switch (new RunFinder(journal).find(word)) {
            case RunFinder.Found.One(var run, var actions) -> new RunChoice(run, actions);
            case RunFinder.Found.None _ -> throw unknown(word);
            case RunFinder.Found.Several(var names) ->
                throw new Stopped(
                        ExitCode.BAD_INPUT,
                        "several runs have an action '" + word + "': say which with " + String.join(" or ", names));
        };
    }

    /** @throws Stopped where the journal has no such run */
    static RunState run(String word, Journal journal) {
        return new RunFinder(journal).run(word).orElseThrow(() -> unknown(word));
    }

    /** One of these, also where nobody can read its record any more. @throws Stopped where it is none of them */
    static RunId id(String word, List<RunId> all) {
        return all.stream().filter(id -> id.value().equals(word)).findFirst().orElseThrow(() -> unknown(word));
    }

    /** @throws Stopped where a run of several was named, and not which */
    ActionId onlyAction() {
        var ids = actions.isEmpty() ? run.actions().keySet().stream().toList() : actions;
        if (ids.size() > 1) {
            var names = ids.stream().map(id -> run.id() + "/" + id).toList();
            throw new Stopped(
                    ExitCode.BAD_INPUT, run.id() + " has several actions; say which: " + String.join(" or ", names));
        }
        return ids.getFirst();
    }

    static Stopped unknown(String word) {
        return new Stopped(
                ExitCode.REFUSED,
                "the journal knows no run or action " + Printable.quoted(word) + ": 'cordon status' lists the runs");
    }
}
