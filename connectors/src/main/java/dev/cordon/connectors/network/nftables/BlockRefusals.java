package dev.cordon.connectors.network.nftables;

import dev.cordon.action.BlockTarget;
import dev.cordon.action.Cidr;
import dev.cordon.action.FirewallBlock;
import dev.cordon.connectors.network.nftables.StandingBlocks.Standing;
import dev.cordon.plan.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Why a block cannot, or must not, be planned: each reason with the way out. */
final class BlockRefusals {

    private static final List<Cidr> LOOPBACK = List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1"));

    /** Without these no IPv6 neighbour is found any more, RFC 4861: the machine itself would be cut off. */
    private static final List<Cidr> NEIGHBOURS = List.of(Cidr.parse("fe80::/10"), Cidr.parse("ff02::/16"));

    /** Who asks for the same again a moment later means the same, although a moment of it is over. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

    private BlockRefusals() {}

    static Optional<String> of(
            FirewallBlock request, StandingBlocks standing, Optional<Duration> lasts, OwnPath ownPath) {
        return target(request, ownPath)
                .or(() -> drift(standing))
                .or(() -> standing.entries().stream()
                        .flatMap(entry -> standsInTheWay(entry, request.target(), lasts).stream())
                        .findFirst());
    }

    private static Optional<String> target(FirewallBlock request, OwnPath ownPath) {
        return switch (request.blocked()) {
            case BlockTarget.Domain _ ->
                Optional.of("blocking a domain is not yet carried on nftables; name the addresses instead");
            case BlockTarget.Addresses(var range) -> itself(range).or(() -> ownPath.cutBy(range));
            case BlockTarget.Ports(var range) -> ownPath.cutBy(range, request.direction());
        };
    }

    private static Optional<String> itself(Cidr range) {
        if (range.prefix() == 0) {
            return Optional.of(range + " is everybody: to cut a whole machine off, use isolate_host");
        }
        if (LOOPBACK.stream().anyMatch(range::overlaps)) {
            return Optional.of(range.shortest() + " holds this machine's own loopback, which never passes a firewall");
        }
        return NEIGHBOURS.stream().anyMatch(range::contains)
                ? Optional.of(range.shortest() + " holds what IPv6 finds its neighbours by: this machine itself would"
                        + " be cut off")
                : Optional.empty();
    }

    private static Optional<String> drift(StandingBlocks standing) {
        return standing.drift().isEmpty()
                ? Optional.empty()
                : Optional.of("drift: " + standing.drift() + "; put it back, or remove the table by 'nft delete table"
                        + " inet cordon', which frees everything that is blocked in it");
    }

    private static Optional<String> standsInTheWay(Standing entry, String target, Optional<Duration> lasts) {
        if (!entry.around().isEmpty()) {
            return Optional.of(target + " contains what is blocked already (" + entry.way() + ": "
                    + String.join(", ", entry.around()) + "), and nftables keeps no range inside another:"
                    + " roll that back first, or block the parts beside it");
        }
        var inForce = entry.present() || !entry.within().isEmpty();
        if (!inForce || outlasts(entry, lasts)) {
            return Optional.empty();
        }
        return Optional.of(target + " is blocked already (" + entry.way() + "), but only for another "
                + secondsLeft(entry) + " s: roll that back first, or ask for a shorter time");
    }

    private static boolean outlasts(Standing entry, Optional<Duration> lasts) {
        if (!entry.timed()) {
            return true;
        }
        return lasts.isPresent() && lasts.get().minus(ASKED_AGAIN).toSeconds() <= secondsLeft(entry);
    }

    private static long secondsLeft(Standing entry) {
        return entry.secondsLeft().map(Shown::value).orElse(0L);
    }
}
