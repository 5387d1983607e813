package dev.cordon.journal;

import dev.cordon.action.ActionId;
import java.util.List;
import java.util.Optional;

/**
 * Finds a run, or an action of one, as a person names it: {@code RUN}, {@code ACTION}, or {@code RUN/ACTION} where an
 * action's id alone would not say which run. Reads only the journal.
 */
public record RunFinder(Journal journal) {

    /** What was found. */
    public sealed interface Found {

        /** @param actions the one that was named; none where the whole run was */
        record One(RunState run, List<ActionId> actions) implements Found {}

        /** @param names that tell them apart, each {@code RUN/ACTION} */
        record Several(List<String> names) implements Found {}

        record None() implements Found {}
    }

    public Found find(String name) {
        var slash = name.indexOf('/');
        if (slash > 0) {
            return inRun(name.substring(0, slash), name.substring(slash + 1));
        }
        var run = run(name);
        return run.isPresent() ? new Found.One(run.get(), List.of()) : byAction(name);
    }

    /** Empty where the journal has none of this name. */
    public Optional<RunState> run(String name) {
        try {
            return RunState.fold(journal.read(new RunId(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no run can be called so
        }
    }

    private Found inRun(String name, String action) {
        var id = action(action);
        return run(name)
                .filter(run -> id.filter(run.actions()::containsKey).isPresent())
                .<Found>map(run -> new Found.One(run, id.stream().toList()))
                .orElseGet(Found.None::new);
    }

    private Found byAction(String name) {
        return action(name).map(this::byAction).orElseGet(Found.None::new);
    }

    /** Of several runs, the one in which it may be in force. */
    private Found byAction(ActionId id) {
        var holding = journal.runs().stream()
                .flatMap(run -> RunState.fold(journal.read(run)).stream())
                .filter(run -> run.actions().containsKey(id))
                .toList();
        var inForce = holding.stream().filter(run -> mayBeInForce(run, id)).toList();
        var fitting = inForce.isEmpty() ? holding : inForce;
        return switch (fitting.size()) {
            case 0 -> new Found.None();
            case 1 -> new Found.One(fitting.getFirst(), List.of(id));
            default ->
                new Found.Several(
                        fitting.stream().map(run -> run.id() + "/" + id).toList());
        };
    }

    private static Optional<ActionId> action(String name) {
        try {
            return Optional.of(new ActionId(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean mayBeInForce(RunState run, ActionId id) {
        var status = run.action(id).status();
        return status != Status.PENDING && status != Status.ROLLED_BACK;
    }
}
