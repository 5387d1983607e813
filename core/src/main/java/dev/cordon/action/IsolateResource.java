package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.util.Optional;

/**
 * Cuts a machine or another resource of a cloud off the network. Open connections are cut too; scaling groups and load
 * balancers are told first, and disks are kept as snapshots.
 *
 * @param forensicIp empty means the responders' network of the configuration
 */
public record IsolateResource(
        CloudId resourceId,
        ResourceType resourceType,
        CloudProvider cloudProvider,
        IsolationMethod isolationMethod,
        boolean allowForensicAccess,
        Optional<IpAddress> forensicIp,
        Reason reason)
        implements ContainmentRequest {

    public enum IsolationMethod implements Word {
        SECURITY_GROUP,
        NACL,
        VPC
    }

    static final Parameter<CloudId> RESOURCE_ID =
            Parameter.required("resource_id", ValueTypes.CLOUD_ID, "The resource, as its cloud calls it.");
    static final Parameter<ResourceType> RESOURCE_TYPE =
            Parameter.required("resource_type", ValueTypes.RESOURCE_TYPE, "What it is: ec2_instance, vm, …");
    static final Parameter<IsolationMethod> ISOLATION_METHOD = Parameter.defaulted(
            "isolation_method",
            Types.oneOf(IsolationMethod.values()),
            IsolationMethod.SECURITY_GROUP,
            "What cuts it off.");
    static final Parameter<Boolean> ALLOW_FORENSIC_ACCESS =
            Parameter.defaulted("allow_forensic_access", Types.trueOrFalse(), true, "Let the forensic workstation in.");
    static final Parameter<Optional<IpAddress>> FORENSIC_IP = Parameter.blankable(
            "forensic_ip",
            ValueTypes.ADDRESS,
            "The forensic workstation; left blank, responders.cidrs of the configuration.");

    static final Schema SCHEMA = Schema.of(
                    "isolate_resource",
                    RESOURCE_ID,
                    RESOURCE_TYPE,
                    Common.CLOUD_PROVIDER,
                    ISOLATION_METHOD,
                    ALLOW_FORENSIC_ACCESS,
                    FORENSIC_IP,
                    Common.REASON_IF_ANY)
            .rule(FORENSIC_IP, ALLOW_FORENSIC_ACCESS, IsolateResource::unused);

    public IsolateResource {
        Schema.demand(unused(forensicIp, allowForensicAccess));
    }

    static IsolateResource from(Values given) {
        var resourceId = given.get(RESOURCE_ID);
        return new IsolateResource(
                resourceId,
                given.get(RESOURCE_TYPE),
                given.get(Common.CLOUD_PROVIDER),
                given.get(ISOLATION_METHOD),
                given.get(ALLOW_FORENSIC_ACCESS),
                given.get(FORENSIC_IP),
                Common.reason(given, "Isolate the resource", resourceId));
    }

    private static Optional<String> unused(Optional<IpAddress> workstation, boolean allowed) {
        return workstation.isPresent() && !allowed
                ? Optional.of("forensic_ip is given, but allow_forensic_access is false: nobody would be let in")
                : Optional.empty();
    }

    @Override
    public ActionKind kind() {
        return ActionKind.ISOLATE_RESOURCE;
    }

    @Override
    public String target() {
        return resourceId.toString();
    }

    @Override
    public String targetType() {
        return resourceType.toString();
    }

    @Override
    public Values values() {
        return Values.of(
                RESOURCE_ID.is(resourceId),
                RESOURCE_TYPE.is(resourceType),
                Common.CLOUD_PROVIDER.is(cloudProvider),
                ISOLATION_METHOD.is(isolationMethod),
                ALLOW_FORENSIC_ACCESS.is(allowForensicAccess),
                FORENSIC_IP.is(forensicIp),
                Common.because(reason));
    }
}
