package dev.cordon.report;

import dev.cordon.journal.ActionState;
import dev.cordon.journal.StepState;
import dev.cordon.operation.Answer;
import dev.cordon.operation.FetchEvidence;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an action brought into the evidence store: the custody records, as its journal has them.
 *
 * @param records each {@code {"sha256": …, "size": n, "source": …, "what": …}}
 */
record KeptEvidence(List<JsonNode> records) {

    static final KeptEvidence NONE = new KeptEvidence(List.of());

    static KeptEvidence of(PlannedAction action, ActionState state) {
        var fetching = action.plan().steps().stream()
                .filter(step -> step.apply() instanceof FetchEvidence)
                .map(Step::name)
                .toList();
        return new KeptEvidence(state.steps().entrySet().stream()
                .filter(step -> fetching.contains(step.getKey().step()))
                .flatMap(step -> record(step.getValue()).stream())
                .toList());
    }

    private static Optional<JsonNode> record(StepState step) {
        return step.apply().answer() instanceof Answer.Ok(var body) ? Optional.of(body) : Optional.empty();
    }

    /** Below the data folder: the file, or the folder where there are several; null where there is none. */
    @Nullable
    String path() {
        return switch (records.size()) {
            case 0 -> null;
            case 1 -> "evidence/" + records.getFirst().path("sha256").stringValue("");
            default -> "evidence";
        };
    }

    Stream<JsonNode> all() {
        return records.stream();
    }
}
