package dev.cordon.report;

import dev.cordon.execution.Due;
import dev.cordon.journal.RunState;
import dev.cordon.plan.PlannedAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * When an action ends by itself, and what became of that.
 *
 * @param now how much is left, or how long it is overdue, is told by it
 */
record Until(Due due, Instant now) {

    /** Empty where it does not end by itself. */
    static Optional<Until> of(RunState run, PlannedAction action, Instant now) {
        return Due.of(run, action).map(due -> new Until(due, now));
    }

    /** For a person, without a full stop. */
    String inWords() {
        if (now.isBefore(due.at())) {
            return Times.shown(due.at()) + ", " + left() + " left; then " + who();
        }
        if (isReleased()) {
            return "over since " + Times.shown(due.at()) + ": the platform itself released it then";
        }
        return "overdue since " + Times.shown(due.at()) + (due.expiry().tries() == 0 ? waits() : tried());
    }

    /** {@code {at, by, overdue, tries, again_at, why}}. */
    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("at", Times.shown(due.at()))
                .put("by", due.platform() ? "platform" : "worker")
                .put("overdue", !isReleased() && !now.isBefore(due.at()))
                .put("tries", due.expiry().tries())
                .put("again_at", due.expiry().tries() == 0 ? null : Times.shown(due.next()))
                .put("why", due.why());
    }

    /** By the platform itself, as far as anybody knows who has not looked. */
    private boolean isReleased() {
        return due.platform() && due.why().isEmpty() && !now.isBefore(due.at());
    }

    private String left() {
        return Wording.time(Duration.between(now, due.at()).plusMillis(999));
    }

    private String who() {
        return due.platform() ? "the platform itself ends it" : "'cordon work' undoes it";
    }

    private String waits() {
        return ": " + (due.why().isEmpty() ? "'cordon work' undoes it" : due.why());
    }

    private String tried() {
        var tries = due.expiry().tries();
        return ", tried " + tries + (tries == 1 ? " time" : " times") + ", again at " + Times.shown(due.next()) + ": "
                + due.why();
    }
}
