package dev.cordon.execution;

import static java.util.Objects.requireNonNull;

import dev.cordon.journal.Event;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.Phase;
import dev.cordon.operation.Answer;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Save;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes down what is known of a step once it is decided, with what was seen and what is saved of it. */
record StepJudgement(StepPlace place) {

    private static final int SEEN_AT_MOST = 4_000;

    Outcome write(Phase phase, Outcome outcome, String why, Looking.@Nullable Seen seen) {
        var saved = outcome == Outcome.CONFIRMED ? saved(seen) : new TreeMap<String, JsonNode>();
        place.work()
                .journal()
                .write(new Event.Judged(
                        place.at(phase, place.attempt(phase)),
                        outcome,
                        seen == null ? null : seen.verdict(),
                        why,
                        seen == null ? null : cut(seen.body()),
                        saved));
        return outcome;
    }

    /** In force; but what it saves may be missing, because only the lost answer carried it. */
    Outcome confirmed(Phase phase, Looking.@Nullable Seen seen) {
        var missing = place.step().saves().stream()
                .filter(save -> value(save, seen) == null)
                .findFirst();
        if (missing.isPresent()) {
            var why = "'" + missing.get().name() + "' was only in the answer that was lost";
            return write(phase, Outcome.ASKS_A_PERSON, why, seen);
        }
        return write(phase, Outcome.CONFIRMED, "", seen);
    }

    private SortedMap<String, JsonNode> saved(Looking.@Nullable Seen seen) {
        var saved = new TreeMap<String, JsonNode>();
        place.step().saves().forEach(save -> saved.put(save.name(), requireNonNull(value(save, seen))));
        return saved;
    }

    private @Nullable JsonNode value(Save save, Looking.@Nullable Seen seen) {
        var document = switch (save.from()) {
            case CHECK -> seen == null ? null : seen.body();
            case ANSWER -> place.state().apply().answer() instanceof Answer.Ok(var body) ? body : null;
        };
        var value = document == null ? null : save.at().in(document);
        return value == null || value.isMissingNode() ? null : value;
    }

    static @Nullable JsonNode cut(@Nullable JsonNode body) {
        if (body == null || body.toString().length() <= SEEN_AT_MOST) {
            return body;
        }
        return Canonical.tree(new Cut(
                "more than " + SEEN_AT_MOST + " characters",
                Canonical.digest(body).value()));
    }

    private record Cut(String cut, String sha256) {}
}
