package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.util.List;
import java.util.Optional;

/**
 * Moves hosts from their VLAN into another one, at the switch ports behind which they are found. Taken back, each port
 * gets the VLAN that it had.
 *
 * @param affectedHosts at least one; written twice counts once
 * @param irSubnet      empty means the responders' network of the configuration
 */
public record SegmentNetwork(
        VlanId sourceVlan,
        VlanId targetVlan,
        List<IpAddress> affectedHosts,
        boolean allowIrAccess,
        Optional<Cidr> irSubnet,
        Reason reason)
        implements ContainmentRequest {

    static final Parameter<VlanId> SOURCE_VLAN =
            Parameter.required("source_vlan", ValueTypes.VLAN, "The VLAN that the hosts are in.");
    static final Parameter<VlanId> TARGET_VLAN =
            Parameter.required("target_vlan", ValueTypes.VLAN, "The VLAN that they are moved to.");
    static final Parameter<List<IpAddress>> AFFECTED_HOSTS =
            Parameter.required("affected_hosts", Types.atLeastOne(ValueTypes.ADDRESS), "The addresses of the hosts.");
    static final Parameter<Boolean> ALLOW_IR_ACCESS =
            Parameter.defaulted("allow_ir_access", Types.trueOrFalse(), true, "Responders still reach the hosts.");
    static final Parameter<Optional<Cidr>> IR_SUBNET = Parameter.blankable(
            "ir_subnet",
            ValueTypes.CIDR,
            "The responders' network; left blank, responders.cidrs of the configuration.");

    static final Schema SCHEMA = Schema.of(
                    "segment_network",
                    SOURCE_VLAN,
                    TARGET_VLAN,
                    AFFECTED_HOSTS,
                    ALLOW_IR_ACCESS,
                    IR_SUBNET,
                    Common.REASON_IF_ANY)
            .rule(TARGET_VLAN, SOURCE_VLAN, SegmentNetwork::same)
            .rule(IR_SUBNET, ALLOW_IR_ACCESS, SegmentNetwork::unused)
            .rule(IR_SUBNET, SegmentNetwork::everybody);

    public SegmentNetwork {
        affectedHosts = Common.once(affectedHosts);
        Schema.demand(same(targetVlan, sourceVlan));
        Schema.demand(unused(irSubnet, allowIrAccess));
        Schema.demand(everybody(irSubnet));
    }

    static SegmentNetwork from(Values given) {
        var sourceVlan = given.get(SOURCE_VLAN);
        return new SegmentNetwork(
                sourceVlan,
                given.get(TARGET_VLAN),
                given.get(AFFECTED_HOSTS),
                given.get(ALLOW_IR_ACCESS),
                given.get(IR_SUBNET),
                Common.reason(given, "Move hosts out of VLAN", sourceVlan));
    }

    private static Optional<String> same(VlanId target, VlanId source) {
        return target.equals(source)
                ? Optional.of("the hosts are moved from VLAN " + source + " to itself")
                : Optional.empty();
    }

    private static Optional<String> unused(Optional<Cidr> subnet, boolean allowed) {
        return subnet.isPresent() && !allowed
                ? Optional.of("ir_subnet is given, but allow_ir_access is false: nobody would be let in")
                : Optional.empty();
    }

    private static Optional<String> everybody(Optional<Cidr> subnet) {
        return Cidrs.everybody(subnet.stream().toList());
    }

    @Override
    public ActionKind kind() {
        return ActionKind.SEGMENT_NETWORK;
    }

    @Override
    public String target() {
        return "VLAN " + sourceVlan + " -> VLAN " + targetVlan;
    }

    @Override
    public String targetType() {
        return "network";
    }

    @Override
    public Values values() {
        return Values.of(
                SOURCE_VLAN.is(sourceVlan),
                TARGET_VLAN.is(targetVlan),
                AFFECTED_HOSTS.is(affectedHosts),
                ALLOW_IR_ACCESS.is(allowIrAccess),
                IR_SUBNET.is(irSubnet),
                Common.because(reason));
    }
}
