package dev.cordon.report;

import dev.cordon.journal.Anchors;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.Verification;
import dev.cordon.operation.EvidenceStore;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether the record of one run is as it was written, and the evidence that it names is there.
 *
 * @param evidence how many pieces the record names; 0 where the chain is broken, for then it is not asked
 * @param lost those of them that are not in the evidence store, or are no longer what they were
 */
public record Audited(RunId run, Verification chain, int evidence, List<Lost> lost) {

    /** A piece of evidence that is gone: its hash, and what it was. */
    public record Lost(String sha256, String what) {}

    public Audited {
        lost = List.copyOf(lost);
    }

    /**
     * Follows the chain, compares it with what was anchored, then hashes all evidence anew.
     *
     * @throws dev.cordon.journal.JournalException where the journal or the evidence cannot be read
     */
    public static Audited of(Journal journal, Anchors anchors, EvidenceStore store, RunId run) {
        var chain = new Audited(run, anchors.verify(journal, run), 0, List.of());
        if (!chain.whole()) {
            return chain;
        }
        var custody = Custody.of(journal.read(run));
        var lost = custody.stream()
                .filter(piece -> store.kept(piece.sha256()).isEmpty())
                .map(piece -> new Lost(piece.sha256(), piece.what() + " of " + piece.source()))
                .toList();
        return new Audited(run, chain.chain(), custody.size(), lost);
    }

    /** Follows the chain alone, which takes no longer where much evidence was kept. */
    public static Audited chainOf(Journal journal, RunId run) {
        return new Audited(run, journal.verify(run), 0, List.of());
    }

    public boolean whole() {
        return chain instanceof Verification.Intact && lost.isEmpty();
    }

    /** What is wrong and what to do, on one line; empty where nothing is. */
    public Optional<String> warning() {
        return switch (chain) {
            case Verification.Broken broken -> Optional.of(broken.warning(run));
            case Verification.Intact _
            when !lost.isEmpty() ->
                Optional.of(lost.size() + " of " + evidence + " pieces of evidence of " + run
                        + " are not there, or were changed: restore the folder 'evidence' from a backup");
            case Verification.Intact _ -> Optional.empty();
        };
    }

    /** {@code {run, intact, entries, head, evidence, lost}}, or {@code {run, intact, broken_at, why, evidence, lost}}. */
    public ObjectNode toJson() {
        var json = chainJson().put("evidence", evidence);
        var each = json.putArray("lost");
        lost.forEach(piece -> each.addObject().put("sha256", piece.sha256()).put("what", piece.what()));
        return json;
    }

    /** {@code {run, intact, entries, head}}, or {@code {run, intact, broken_at, why}}. */
    public ObjectNode chainJson() {
        var json = JsonNodeFactory.instance.objectNode().put("run", run.value());
        json.setAll(json(chain));
        return json;
    }

    static ObjectNode json(Verification chain) {
        var json = JsonNodeFactory.instance.objectNode();
        return switch (chain) {
            case Verification.Intact(var entries, var head) ->
                json.put("intact", true).put("entries", entries).put("head", head);
            case Verification.Broken(var seq, var why) ->
                json.put("intact", false).put("broken_at", seq).put("why", why);
        };
    }
}
