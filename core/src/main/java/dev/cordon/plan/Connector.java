package dev.cordon.plan;

import dev.cordon.action.ContainmentRequest;
import java.time.Duration;

/** Carries out one kind of request on one platform. Only {@code discover} touches the world, and it only reads. */
public interface Connector<R extends ContainmentRequest, F extends Facts> {

    /** The kind of request that it carries. */
    Class<R> carries();

    /** Reads what the plan needs: ids, and the state that undo must restore. Never writes. */
    Discovery<F> discover(R request, Reader reader);

    /** Facts with placeholders, for a plan drawn up without any connection; the plan's notes say what was assumed. */
    F assume(R request);

    /** The steps, or why this platform cannot do what is asked. Pure: same request and facts, same plan. */
    Draft plan(R request, F facts);

    /** The same for an action with a {@code ttl}, which the platform itself must obey: also a dead Cordon releases. */
    default Draft plan(R request, F facts, Duration ttl) {
        return Plan.refused("a ttl that the platform itself cannot hold is not yet obeyed by this version;"
                + " leave ttl out and roll back by hand");
    }
}
