package dev.cordon.report;

import dev.cordon.document.Printable;
import dev.cordon.journal.Verification;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What following the record of several runs showed. Entries that were cut off at the end of a run leave no trace in
 * the rest: only what was anchored elsewhere shows that.
 *
 * @param anchored they were compared with anchors too
 */
public record Audit(List<Audited> runs, boolean anchored) {

    public Audit {
        runs = List.copyOf(runs);
    }

    /** Nothing between the first entry and the last of any of them was changed, and their evidence is there. */
    public boolean whole() {
        return runs.stream().allMatch(Audited::whole);
    }

    /** A line a run, what to do about each that is broken, and how many are whole. */
    public String text() {
        if (runs.isEmpty()) {
            return "no runs yet; nothing to verify\n";
        }
        var table = new TextTable();
        runs.forEach(run -> row(table, run));
        var text = new StringBuilder(table.toString());
        runs.forEach(run -> broken(run, text));
        return text.append('\n').append(summary()).append('\n').toString();
    }

    private static void broken(Audited run, StringBuilder text) {
        run.warning().ifPresent(warning -> text.append('\n').append(warning).append('\n'));
        run.lost()
                .forEach(piece -> text.append("  ")
                        .append(piece.sha256())
                        .append("  ")
                        .append(Printable.of(piece.what()))
                        .append('\n'));
    }

    private static void row(TextTable table, Audited run) {
        switch (run.chain()) {
            case Verification.Intact(var entries, var head) ->
                table.row(
                        run.run().value(),
                        run.whole() ? "whole" : "BROKEN",
                        entries + " entries, head " + head + evidence(run));
            case Verification.Broken(var seq, var why) ->
                table.row(run.run().value(), "BROKEN", "at entry " + seq + ": " + why);
        }
    }

    private static String evidence(Audited run) {
        var there = run.evidence() - run.lost().size();
        return run.evidence() == 0 ? "" : "; evidence: " + there + " of " + run.evidence() + " there";
    }

    private String summary() {
        var whole = runs.stream().filter(Audited::whole).count();
        return (runs.size() == 1 ? "1 run: " : runs.size() + " runs: ") + whole + " whole, " + (runs.size() - whole)
                + " broken."
                + (anchored
                        ? ""
                        : " Entries cut off at the end do not show without anchors: see 'cordon audit anchor'.");
    }

    /** {@code {whole, runs}}, each run as {@link Audited#toJson} gives it. */
    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode().put("whole", whole());
        var each = json.putArray("runs");
        runs.forEach(run -> each.add(run.toJson()));
        return json;
    }
}
