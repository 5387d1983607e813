package dev.cordon.plan;

import dev.cordon.action.ContainmentRequest;
import dev.cordon.playbook.Conditions;

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

    /**
     * The same under conditions. A platform that can obey a {@code ttl} itself is told it, so that it releases also when
     * Cordon is gone; what no platform ends, Cordon undoes when its time is over. A waiver makes the steps that capture
     * evidence optional.
     */
    default Draft plan(R request, F facts, Conditions conditions) {
        return plan(request, facts);
    }
}
