package dev.cordon.plan;

import dev.cordon.action.ContainmentRequest;
import java.time.Duration;
import java.util.Optional;

/** Carries out one kind of request on one platform. Only {@code discover} touches the world, and it only reads. */
public interface Connector<R extends ContainmentRequest, F extends Facts> {

    /** The kind of request that it carries. */
    Class<R> carries();

    /** Reads what the plan needs: ids, and the state that undo must restore. Never writes. */
    Discovery<F> discover(R request, Reader reader);

    /** Facts with placeholders, for a plan drawn up without any connection; the plan's notes say what was assumed. */
    F assume(R request);

    /**
     * The same request, which the platform itself releases after {@code ttl}, also when Cordon is gone; empty where it
     * cannot.
     */
    default Optional<R> expiring(R request, Duration ttl) {
        return Optional.empty();
    }

    /** The steps, or why this platform cannot do what is asked. Pure: same request and facts, same plan. */
    Draft plan(R request, F facts);
}
