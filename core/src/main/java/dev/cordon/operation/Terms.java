package dev.cordon.operation;

import static java.util.Objects.requireNonNull;

import dev.cordon.action.PlatformName;

/**
 * What the engine must know of any operation.
 *
 * @param on the configured platform that it goes to
 * @param read changes nothing: the only kind that {@code discover} and checks may use
 * @param repeatable may be sent again when its outcome is unknown: idempotent, keyed, or refused the second time
 */
public record Terms(PlatformName on, boolean read, boolean repeatable) {

    public Terms {
        requireNonNull(on, "on");
    }

    public static Terms read(PlatformName on) {
        return new Terms(on, true, true);
    }

    public static Terms write(PlatformName on) {
        return new Terms(on, false, true);
    }

    /** A write whose second sending would not equal its first: looked at before it is ever sent again. */
    public static Terms once(PlatformName on) {
        return new Terms(on, false, false);
    }
}
