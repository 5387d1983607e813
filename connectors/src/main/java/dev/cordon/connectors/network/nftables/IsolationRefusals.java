package dev.cordon.connectors.network.nftables;

import dev.cordon.action.Cidr;
import dev.cordon.action.IsolateHost;
import dev.cordon.action.IsolateHost.IsolationType;
import java.util.Optional;

/** Why a host cannot, or must not, be isolated: each reason with the way out. */
final class IsolationRefusals {

    private static final Cidr LOOPBACK = Cidr.parse("127.0.0.0/8");
    private static final Cidr LOOPBACK6 = Cidr.parse("::1");

    private IsolationRefusals() {}

    static Optional<String> of(IsolateHost request, HostFacts host, OwnPath ownPath) {
        return loopback(request)
                .or(() -> monitored(request))
                .or(() -> ownPath(request, host, ownPath))
                .or(() -> otherwise(host));
    }

    private static Optional<String> loopback(IsolateHost request) {
        var address = request.ipAddress();
        return LOOPBACK.contains(address) || LOOPBACK6.contains(address)
                ? Optional.of(address + " is every machine's own loopback: name the host by an address that others use")
                : Optional.empty();
    }

    private static Optional<String> monitored(IsolateHost request) {
        return request.isolationType() == IsolationType.MONITOR
                        && !request.allowList().isEmpty()
                ? Optional.of("'monitor' blocks nothing, so an allow_list has no meaning: leave it out")
                : Optional.empty();
    }

    /** On itself the path stays open; at a gateway the isolated host must not be the one at its other end. */
    private static Optional<String> ownPath(IsolateHost request, HostFacts host, OwnPath ownPath) {
        return host.itself() || request.isolationType() == IsolationType.MONITOR
                ? Optional.empty()
                : ownPath.cutBy(Cidr.of(request.ipAddress()));
    }

    private static Optional<String> otherwise(HostFacts host) {
        return host.isolated() && !host.drift().isEmpty()
                ? Optional.of(
                        "the host is isolated already, but otherwise (" + host.drift() + "): roll that back first")
                : Optional.empty();
    }
}
