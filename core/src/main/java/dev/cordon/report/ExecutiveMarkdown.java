package dev.cordon.report;

import static dev.cordon.report.Markdown.code;

import dev.cordon.journal.Verification;
import dev.cordon.plan.Reversibility;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the executive summary as Markdown, short enough for one page. */
record ExecutiveMarkdown(ExecutiveSummary summary) {

    /** In one list; the whole is in the report. */
    private static final int MOST = 10;

    String write() {
        var text = new StringBuilder();
        var actions = summary.actions();
        header(text);
        text.append("\n## In short\n\n").append(inShort(actions)).append('\n');
        section(text, "What was done", actions, "Nothing was asked for.", ExecutiveMarkdown::done);
        open(text, actions.stream().filter(Contained::open).toList());
        undo(text, actions.stream().filter(Contained::canBeUndone).toList());
        section(
                text,
                "What ends by itself",
                actions.stream().filter(one -> one.ends().isPresent()).toList(),
                "Nothing: what is in force stays until it is undone.",
                one -> name(one) + ": " + ends(one));
        evidence(text, summary.evidence());
        return text.toString();
    }

    private static String ends(Contained one) {
        return one.byPlatform()
                .map(at -> "at " + Times.shown(at))
                .or(() -> one.until().map(until -> code(until.inWords())))
                .orElse("");
    }

    private void header(StringBuilder text) {
        var state = summary.run().state();
        var plan = state.plan();
        text.append("# Executive summary: ").append(code(plan.name())).append("\n\n");
        if (summary.run().verification() instanceof Verification.Broken(var seq, var _)) {
            text.append("**The record of this run was changed from entry ")
                    .append(seq)
                    .append(" on. Do not rely on this page before that is cleared up.**\n\n");
        }
        fact(text, "Incident", code(plan.incidentId().value()));
        fact(text, "Analyst", code(plan.analyst()));
        fact(text, "Run", code(state.id().value()));
        fact(text, "Accepted", Times.shown(state.acceptedAt()) + " by " + code(state.by()));
        fact(text, "As of", Times.shown(summary.now()));
    }

    private String inShort(List<Contained> actions) {
        var counts = summary.counts().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().replace('_', ' '))
                .collect(Collectors.joining(", "));
        var open = actions.stream().filter(Contained::open).count();
        return (actions.size() == 1 ? "One action: " : actions.size() + " actions: ") + counts + "."
                + slowest(actions)
                        .map(time ->
                                " The slowest was verified " + Wording.time(time) + " after the plan was accepted.")
                        .orElse("")
                + (open == 0 ? " Nothing is open." : " **" + open + " open: see below.**");
    }

    private static Optional<Duration> slowest(List<Contained> actions) {
        return actions.stream().flatMap(one -> one.after().stream()).max(Comparator.naturalOrder());
    }

    private static String done(Contained one) {
        var asked = Asked.of(one.action());
        return name(one) + ": " + code(asked.target()) + " on "
                + code(one.action().on().value()) + ". " + one.does()
                + "\n  - Why: " + code(asked.reason())
                + "\n  - Now: " + one.standing().inWords()
                + one.after()
                        .map(time -> "\n  - Verified: " + Wording.time(time) + " after the plan was accepted")
                        .orElse("");
    }

    private void open(StringBuilder text, List<Contained> open) {
        section(text, "What is open or uncertain", open, "Nothing.", one -> {
            var note = one.state().note();
            return name(one) + ": " + one.state().status().word().replace('_', ' ') + "; "
                    + one.standing().inWords() + (note.isEmpty() ? "" : ": " + code(note));
        });
        Hints.resume(summary.run().state())
                .ifPresent(command -> text.append("\nThe run is not finished; this goes on with it:\n\n")
                        .append(Markdown.block(command)));
    }

    private void undo(StringBuilder text, List<Contained> undoable) {
        section(text, "What can be undone", undoable, "Nothing.", one -> name(one) + ": " + reversal(one));
        Hints.rollback(summary.run().state(), summary.now())
                .ifPresent(command ->
                        text.append("\nThis undoes it, the last first:\n\n").append(Markdown.block(command)));
    }

    private static String reversal(Contained one) {
        return switch (Reversal.of(one.action())) {
            case Reversibility.Exact _ -> "exactly; what was there before is restored";
            case Reversibility.Partial(var lost) -> "in part; what does not come back: " + code(lost);
            case Reversibility.None(var why) -> "not what it did: " + code(why);
        };
    }

    /** Left out where there is none: most actions keep none. */
    private static void evidence(StringBuilder text, List<Custody> kept) {
        text.append(kept.isEmpty() ? "" : "\n## What was kept as evidence\n\n");
        kept.stream()
                .limit(MOST)
                .forEach(piece -> text.append("- ")
                        .append(code(piece.what()))
                        .append(" of ")
                        .append(code(piece.source()))
                        .append(", SHA-256 ")
                        .append(code(piece.sha256()))
                        .append('\n'));
        more(text, kept.size());
    }

    private static String name(Contained one) {
        return code(one.action().id().value());
    }

    private static void section(
            StringBuilder text, String title, List<Contained> some, String none, Function<Contained, String> line) {
        text.append("\n## ").append(title).append("\n\n");
        if (some.isEmpty()) {
            text.append(none).append('\n');
        }
        some.stream()
                .limit(MOST)
                .forEach(one -> text.append("- ").append(line.apply(one)).append('\n'));
        more(text, some.size());
    }

    private static void more(StringBuilder text, int all) {
        if (all > MOST) {
            text.append("- and ").append(all - MOST).append(" more, which the full report has\n");
        }
    }

    private static void fact(StringBuilder text, String label, String value) {
        text.append("- **").append(label).append(":** ").append(value).append('\n');
    }
}
