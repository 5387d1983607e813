package dev.cordon.lab.laws;

import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.PlatformName;
import dev.cordon.action.Reason;
import dev.cordon.plan.PlatformType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request against one target: what a connector's test supplies.
 *
 * <p>Law 5 kills a real process, which makes its own instance of the case: the class is public and has a public
 * constructor that takes the case's {@link #name}; both instances must reach the same target, whose address is fixed or
 * stands in {@link #properties}.
 */
public interface LawCase {

    /** For the name of the test: {@code read_only on PostgreSQL 15}. */
    String name();

    ContainmentRequest request();

    /** The action's own {@code ttl}, if the case has one. */
    default Optional<Duration> ttl() {
        return Optional.empty();
    }

    /** Why it may go on without evidence, if the case waives it. */
    default Optional<Reason> waiver() {
        return Optional.empty();
    }

    PlatformType type();

    default PlatformName platform() {
        return new PlatformName("target");
    }

    /**
     * What the configuration says of the platform beside {@code type}, as a YAML mapping in one line:
     * {@code {netns: a}}.
     */
    String settings();

    /** Where {@code env:NAME} secrets come from. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** System properties that a killed child needs to reach the same target. */
    default Map<String, String> properties() {
        return Map.of();
    }

    /** Brings the target to the state that the case begins with, foreign things in it included. */
    void reset() throws Exception;

    /**
     * Everything that undo must give back, read by other means than the connector: {@code nft list ruleset}, {@code
     * pg_dump --schema-only}. Compared as text before apply and after undo.
     */
    String trueState() throws Exception;

    /** Whether the effect is really in force, tried from outside: a packet is dropped, a login is refused. */
    boolean inForce() throws Exception;

    /** Whether the action can be taken back; what cannot offers no undo, and the laws hold it to that. */
    default boolean reversible() {
        return true;
    }

    /** What must never appear in plan, journal, log or error: the credential. */
    default Optional<String> secret() {
        return environment().values().stream().findFirst();
    }
}
