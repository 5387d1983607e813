package dev.cordon.action;

import dev.cordon.action.BlockTarget.TargetType;
import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.WholeNumber;
import dev.cordon.document.Word;
import java.time.Duration;
import java.util.Optional;

/**
 * Blocks addresses, a domain or ports at a firewall, until undone or for some hours. An expiry is held by Cordon and by
 * the platform where it can, so that a dead Cordon still releases.
 *
 * @param blocked       written as {@code target} and {@code target_type}
 * @param durationHours whole hours, up to ten years; 0 means until undone
 */
public record FirewallBlock(BlockTarget blocked, Direction direction, Reason reason, int durationHours)
        implements ContainmentRequest {

    /** Seen from what the firewall protects. */
    public enum Direction implements Word {
        INBOUND,
        OUTBOUND,
        BOTH
    }

    private static final WholeNumber HOURS = Types.integer(0, 87_600);

    static final Parameter<String> TARGET = Parameter.required(
            "target",
            Types.line(512),
            "An address or CIDR (IPv4 or IPv6), a domain, or a port N or range N-M (TCP and UDP).");
    static final Parameter<TargetType> TARGET_TYPE =
            Parameter.required("target_type", Types.oneOf(TargetType.values()), "What target is.");
    static final Parameter<Direction> DIRECTION = Parameter.required(
            "direction", Types.oneOf(Direction.values()), "Which way traffic is blocked, seen from what is protected.");
    static final Parameter<Integer> DURATION_HOURS =
            Parameter.defaulted("duration_hours", HOURS, 0, "How long the block lasts; 0 means until undone.");

    static final Schema SCHEMA = Schema.of(
                    "firewall_block", TARGET, TARGET_TYPE, DIRECTION, Common.REASON, DURATION_HOURS)
            .rule(TARGET, TARGET_TYPE, BlockTarget::misfit);

    public FirewallBlock {
        HOURS.demand("duration_hours", durationHours);
    }

    static FirewallBlock from(Values given) {
        return new FirewallBlock(
                BlockTarget.parse(given.get(TARGET), given.get(TARGET_TYPE)),
                given.get(DIRECTION),
                given.get(Common.REASON),
                given.get(DURATION_HOURS));
    }

    @Override
    public Optional<Duration> lasts() {
        return durationHours == 0 ? Optional.empty() : Optional.of(Duration.ofHours(durationHours));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.FIREWALL_BLOCK;
    }

    @Override
    public String target() {
        return blocked.toString();
    }

    @Override
    public String targetType() {
        return blocked.type().word();
    }

    @Override
    public Values values() {
        return Values.of(
                TARGET.is(blocked.toString()),
                TARGET_TYPE.is(blocked.type()),
                DIRECTION.is(direction),
                Common.REASON.is(reason),
                DURATION_HOURS.is(durationHours));
    }
}
