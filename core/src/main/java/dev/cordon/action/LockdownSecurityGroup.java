package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.util.List;

/**
 * Closes a security group of a cloud. Every rule comes back exactly, with its description, tags and references.
 *
 * @param irCidrs none means the responders' networks of the configuration
 */
public record LockdownSecurityGroup(
        CloudId securityGroupId,
        CloudProvider cloudProvider,
        LockdownType lockdownType,
        List<Cidr> irCidrs,
        boolean preserveLogging,
        Reason reason)
        implements ContainmentRequest {

    public enum LockdownType implements Word {
        DENY_ALL,
        /** Nothing passes but what {@code ir_cidrs} send and get. */
        ALLOW_IR_ONLY,
        /** What comes in still does. */
        BLOCK_EGRESS
    }

    static final Parameter<CloudId> SECURITY_GROUP_ID =
            Parameter.required("security_group_id", ValueTypes.CLOUD_ID, "The group, as its cloud calls it.");
    static final Parameter<LockdownType> LOCKDOWN_TYPE = Parameter.defaulted(
            "lockdown_type",
            Types.oneOf(LockdownType.values()),
            LockdownType.DENY_ALL,
            "deny_all: nothing passes; allow_ir_only: responders pass; block_egress: nothing goes out.");
    static final Parameter<List<Cidr>> IR_CIDRS = Parameter.defaulted(
            "ir_cidrs",
            Types.listOf(ValueTypes.CIDR),
            List.of(),
            "The responders' networks; left out, responders.cidrs of the configuration.");
    static final Parameter<Boolean> PRESERVE_LOGGING =
            Parameter.defaulted("preserve_logging", Types.trueOrFalse(), true, "Keep flow logs running.");

    static final Schema SCHEMA = Schema.of(
                    "lockdown_security_group",
                    SECURITY_GROUP_ID,
                    Common.CLOUD_PROVIDER,
                    LOCKDOWN_TYPE,
                    IR_CIDRS,
                    PRESERVE_LOGGING,
                    Common.REASON_IF_ANY)
            .rule(IR_CIDRS, Cidrs::everybody);

    public LockdownSecurityGroup {
        irCidrs = List.copyOf(irCidrs);
        Schema.demand(Cidrs.everybody(irCidrs));
    }

    static LockdownSecurityGroup from(Values given) {
        var securityGroupId = given.get(SECURITY_GROUP_ID);
        return new LockdownSecurityGroup(
                securityGroupId,
                given.get(Common.CLOUD_PROVIDER),
                given.get(LOCKDOWN_TYPE),
                given.get(IR_CIDRS),
                given.get(PRESERVE_LOGGING),
                Common.reason(given, "Lock down the security group", securityGroupId));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.LOCKDOWN_SECURITY_GROUP;
    }

    @Override
    public String target() {
        return securityGroupId.toString();
    }

    @Override
    public String targetType() {
        return "security_group";
    }

    @Override
    public Values values() {
        return Values.of(
                SECURITY_GROUP_ID.is(securityGroupId),
                Common.CLOUD_PROVIDER.is(cloudProvider),
                LOCKDOWN_TYPE.is(lockdownType),
                IR_CIDRS.is(irCidrs),
                PRESERVE_LOGGING.is(preserveLogging),
                Common.because(reason));
    }
}
