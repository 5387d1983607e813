package dev.cordon.report;

import dev.cordon.journal.At;
import dev.cordon.journal.Entry;
import dev.cordon.journal.Event;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.RunState;
import dev.cordon.operation.Answer;
import dev.cordon.operation.FetchEvidence;
import dev.cordon.operation.Operation;
import dev.cordon.plan.Canonical;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import tools.jackson.databind.JsonNode;

/**
 * A piece of evidence that the journal says was kept.
 *
 * @param sha256 of all its bytes, in lower-case hex; its name in the evidence store
 * @param what it is, text from outside: {@code memory of evil, process 4711}
 * @param source the host that it came from
 */
record Custody(String sha256, String what, String source) {

    /** Each once, in the order in which they came in; also those whose answer was lost, and that a look then found. */
    static List<Custody> of(List<Entry> entries) {
        var sent = new HashMap<At, Custody>();
        var kept = new LinkedHashSet<Custody>();
        entries.forEach(entry -> take(RunState.event(entry), sent, kept));
        return List.copyOf(kept);
    }

    private static void take(Event event, Map<At, Custody> sent, SequencedSet<Custody> kept) {
        if (event instanceof Event.Intended(var at, var operation)) {
            fetched(operation).ifPresent(piece -> sent.put(at, piece));
        } else if (event instanceof Event.Answered(var at, Answer.Ok _)) {
            Optional.ofNullable(sent.get(at)).ifPresent(kept::add);
        } else if (event instanceof Event.Judged judged && judged.outcome() == Outcome.CONFIRMED) {
            Optional.ofNullable(sent.get(judged.at())).ifPresent(kept::add);
        }
    }

    private static Optional<Custody> fetched(JsonNode operation) {
        return Canonical.read(operation.toString(), Operation.class) instanceof FetchEvidence fetch
                ? Optional.of(new Custody(
                        fetch.sha256().text(), fetch.what().text(), fetch.from().host()))
                : Optional.empty();
    }
}
