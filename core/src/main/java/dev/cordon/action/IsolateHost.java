package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a host off the network, on the host itself, at its gateway or at its switch port. Open connections are cut too,
 * and IPv6 as well as IPv4. The path that Cordon itself uses stays open.
 *
 * @param ipAddress the host's address
 * @param hostname  the host's name, for people; the address decides
 * @param allowList who still gets in and out; names are resolved before the cut
 */
public record IsolateHost(
        IpAddress ipAddress, Hostname hostname, Reason reason, IsolationType isolationType, List<Peer> allowList)
        implements ContainmentRequest {

    public enum IsolationType implements Word {
        /** Nothing in or out but {@code allow_list}. */
        FULL,
        /** Only private ranges stay reachable (RFC 1918, RFC 4193, link-local). */
        PARTIAL,
        /** Nothing is blocked; every packet is counted and logged. */
        MONITOR
    }

    static final Parameter<IpAddress> IP_ADDRESS =
            Parameter.required("ip_address", ValueTypes.ADDRESS, "The host's address.");
    static final Parameter<Hostname> HOSTNAME =
            Parameter.required("hostname", ValueTypes.HOSTNAME, "The host's name, for people; the address decides.");
    static final Parameter<IsolationType> ISOLATION_TYPE = Parameter.defaulted(
            "isolation_type",
            Types.oneOf(IsolationType.values()),
            IsolationType.FULL,
            "full: nothing passes but allow_list; partial: private ranges stay reachable; monitor: nothing is blocked, all is logged.");
    static final Parameter<List<Peer>> ALLOW_LIST = Parameter.defaulted(
            "allow_list",
            Types.listOf(ValueTypes.PEER),
            List.of(),
            "Who still gets in and out; names are resolved before the cut.");

    static final Schema SCHEMA = Schema.of(
                    "isolate_host", IP_ADDRESS, HOSTNAME, Common.REASON, ISOLATION_TYPE, ALLOW_LIST)
            .rule(IP_ADDRESS, IsolateHost::noHost)
            .rule(ALLOW_LIST, Peer::everybody);

    public IsolateHost {
        allowList = List.copyOf(allowList);
        Schema.demand(noHost(ipAddress));
        Schema.demand(Peer.everybody(allowList));
    }

    /** RFC 1122 3.2.1.3, RFC 4291 2.5.2 and 2.7: neither nobody nor several are a host. */
    private static Optional<String> noHost(IpAddress address) {
        var inet = address.toInetAddress();
        var several = inet.isMulticastAddress() || address.value().equals("255.255.255.255");
        return inet.isAnyLocalAddress() || several
                ? Optional.of(address + " is the address of no host: it stands for " + (several ? "several" : "none"))
                : Optional.empty();
    }

    static IsolateHost from(Values given) {
        return new IsolateHost(
                given.get(IP_ADDRESS),
                given.get(HOSTNAME),
                given.get(Common.REASON),
                given.get(ISOLATION_TYPE),
                given.get(ALLOW_LIST));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.ISOLATE_HOST;
    }

    @Override
    public String target() {
        return ipAddress.toString();
    }

    @Override
    public String targetType() {
        return "host";
    }

    @Override
    public Values values() {
        return Values.of(
                IP_ADDRESS.is(ipAddress),
                HOSTNAME.is(hostname),
                Common.REASON.is(reason),
                ISOLATION_TYPE.is(isolationType),
                ALLOW_LIST.is(allowList));
    }
}
