package dev.cordon.library;

import dev.cordon.action.ActionKind;
import dev.cordon.report.ContainmentAction;
import java.util.List;

/**
 * Contains on the network: firewalls, resolvers, switches. Each method plans one action, with the names, the order and
 * the defaults of the contract, and changes nothing.
 *
 * <p>Text is read as in a playbook, so it is checked by the same rules and refused in the same words: {@link
 * CordonException.WrongInput} names each parameter that is wrong. What no platform can carry out is {@link
 * CordonException.Refused}. Safe for any number of threads.
 */
public final class NetworkContainment {

    private final ActionPlanner planner;

    public NetworkContainment(Cordon cordon) {
        this(cordon.planner());
    }

    /** @param planner says on which platform, for how long, or that a person does it */
    public NetworkContainment(ActionPlanner planner) {
        this.planner = planner;
    }

    /** {@link #isolateHost(String, String, String, String, List) With the defaults}: full; nobody allowed. */
    public ContainmentAction isolateHost(String ipAddress, String hostname, String reason) {
        return planner.plan(Given.of(ActionKind.ISOLATE_HOST)
                .with("ip_address", ipAddress)
                .with("hostname", hostname)
                .with("reason", reason));
    }

    /**
     * Cuts a host off the network. Open connections are cut too; the path that Cordon itself uses stays open.
     *
     * @param ipAddress the host's address, IPv4 or IPv6
     * @param hostname its name, for people; the address decides
     * @param reason why, for the report
     * @param isolationType {@code full}: nothing passes but the allow list; {@code partial}: private ranges stay
     *     reachable; {@code monitor}: nothing is blocked, all is logged
     * @param allowList addresses, networks or names that still get in and out
     */
    public ContainmentAction isolateHost(
            String ipAddress, String hostname, String reason, String isolationType, List<String> allowList) {
        return planner.plan(Given.of(ActionKind.ISOLATE_HOST)
                .with("ip_address", ipAddress)
                .with("hostname", hostname)
                .with("reason", reason)
                .with("isolation_type", isolationType)
                .with("allow_list", allowList));
    }

    /** {@link #firewallBlock(String, String, String, String, int) With the defaults}: until undone. */
    public ContainmentAction firewallBlock(String target, String targetType, String direction, String reason) {
        return planner.plan(Given.of(ActionKind.FIREWALL_BLOCK)
                .with("target", target)
                .with("target_type", targetType)
                .with("direction", direction)
                .with("reason", reason));
    }

    /**
     * Blocks an address, a domain or ports at a firewall.
     *
     * @param target an address or network, a domain, or {@code N} or {@code N-M} for ports
     * @param targetType {@code ip}, {@code domain} or {@code port}: what target is
     * @param direction {@code inbound}, {@code outbound} or {@code both}
     * @param reason why, for the report
     * @param durationHours after which it ends by itself; 0 for never
     */
    public ContainmentAction firewallBlock(
            String target, String targetType, String direction, String reason, int durationHours) {
        return planner.plan(Given.of(ActionKind.FIREWALL_BLOCK)
                .with("target", target)
                .with("target_type", targetType)
                .with("direction", direction)
                .with("reason", reason)
                .with("duration_hours", durationHours));
    }

    /** {@link #dnsSinkhole(List, String, String, boolean) With the defaults}: queries logged. */
    public ContainmentAction dnsSinkhole(List<String> domains, String sinkholeIp, String reason) {
        return planner.plan(Given.of(ActionKind.DNS_SINKHOLE)
                .with("domains", domains)
                .with("sinkhole_ip", sinkholeIp)
                .with("reason", reason));
    }

    /**
     * Makes the resolver answer with a sinkhole for domains and everything below them.
     *
     * @param domains at least one
     * @param sinkholeIp the address that is answered instead
     * @param reason why, for the report
     * @param logQueries log who asks for these names
     */
    public ContainmentAction dnsSinkhole(List<String> domains, String sinkholeIp, String reason, boolean logQueries) {
        return planner.plan(Given.of(ActionKind.DNS_SINKHOLE)
                .with("domains", domains)
                .with("sinkhole_ip", sinkholeIp)
                .with("reason", reason)
                .with("log_queries", logQueries));
    }

    /**
     * {@link #segmentNetwork(int, int, List, boolean, String) With the defaults}: responders let in; from their
     * network in the configuration.
     */
    public ContainmentAction segmentNetwork(int sourceVlan, int targetVlan, List<String> affectedHosts) {
        return planner.plan(Given.of(ActionKind.SEGMENT_NETWORK)
                .with("source_vlan", sourceVlan)
                .with("target_vlan", targetVlan)
                .with("affected_hosts", affectedHosts));
    }

    /**
     * Moves hosts into another VLAN, at the switch ports behind which they are found.
     *
     * @param sourceVlan the VLAN that the hosts are in, 1 to 4094
     * @param targetVlan the VLAN that they are moved to
     * @param affectedHosts their addresses, at least one
     * @param allowIrAccess responders still reach the hosts
     * @param irSubnet the responders' network; blank for that of the configuration
     */
    public ContainmentAction segmentNetwork(
            int sourceVlan, int targetVlan, List<String> affectedHosts, boolean allowIrAccess, String irSubnet) {
        return planner.plan(Given.of(ActionKind.SEGMENT_NETWORK)
                .with("source_vlan", sourceVlan)
                .with("target_vlan", targetVlan)
                .with("affected_hosts", affectedHosts)
                .with("allow_ir_access", allowIrAccess)
                .with("ir_subnet", irSubnet));
    }
}
