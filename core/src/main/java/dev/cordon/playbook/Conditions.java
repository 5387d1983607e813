package dev.cordon.playbook;

import static java.util.Objects.requireNonNull;

import dev.cordon.action.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * What stands beside a request and may change its plan.
 *
 * @param ttl after which the action is to be undone by itself
 * @param waiver why the action may go on where evidence cannot be captured; empty: a failed capture stops it
 * @param watch how often it is looked at while it is in force
 */
public record Conditions(Optional<Duration> ttl, Optional<Reason> waiver, Watch watch) {

    public static final Conditions NONE = new Conditions(Optional.empty(), Optional.empty());

    public Conditions {
        requireNonNull(ttl, "ttl");
        requireNonNull(waiver, "waiver");
        requireNonNull(watch, "watch");
    }

    /** Watched as usual. */
    public Conditions(Optional<Duration> ttl, Optional<Reason> waiver) {
        this(ttl, waiver, Watch.DEFAULT);
    }
}
