package dev.cordon.report;

import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.Verification;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether the record of one run is as it was written. */
public record Audited(RunId run, Verification chain) {

    /** @throws dev.cordon.journal.JournalException where the journal cannot be read */
    public static Audited of(Journal journal, RunId run) {
        return new Audited(run, journal.verify(run));
    }

    public boolean whole() {
        return chain instanceof Verification.Intact;
    }

    /** What is wrong and what to do, on one line; empty where nothing is. */
    public Optional<String> warning() {
        return switch (chain) {
            case Verification.Intact _ -> Optional.empty();
            case Verification.Broken(var seq, var why) ->
                Optional.of("the record of " + run + " is not as it was written from entry " + seq + " on (" + why
                        + "): nothing is done by it; restore the data folder from a backup, or undo by hand what"
                        + " 'cordon report " + run + "' lists");
        };
    }

    /** {@code {run, intact, entries, head}}, or {@code {run, intact, broken_at, why}}. */
    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode().put("run", run.value());
        json.setAll(chain(chain));
        return json;
    }

    static ObjectNode chain(Verification chain) {
        return switch (chain) {
            case Verification.Intact(var entries, var head) ->
                JsonNodeFactory.instance
                        .objectNode()
                        .put("intact", true)
                        .put("entries", entries)
                        .put("head", head);
            case Verification.Broken(var seq, var why) ->
                JsonNodeFactory.instance
                        .objectNode()
                        .put("intact", false)
                        .put("broken_at", seq)
                        .put("why", why);
        };
    }
}
