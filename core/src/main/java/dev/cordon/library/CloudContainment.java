package dev.cordon.library;

import dev.cordon.action.ActionKind;
import dev.cordon.report.ContainmentAction;
import java.util.List;

/**
 * Contains in clouds: identities, resources, keys, security groups. Each method plans one action, with the names, the
 * order and the defaults of the contract, and changes nothing.
 *
 * <p>Text is read as in a playbook, so it is checked by the same rules and refused in the same words: {@link
 * CordonException.WrongInput} names each parameter that is wrong. What no platform can carry out is {@link
 * CordonException.Refused}. Safe for any number of threads.
 */
public final class CloudContainment {

    private final ActionPlanner planner;

    public CloudContainment(Cordon cordon) {
        this(cordon.planner());
    }

    /** @param planner says on which platform, for how long, or that a person does it */
    public CloudContainment(ActionPlanner planner) {
        this.planner = planner;
    }

    /** {@link #revokeIamPermissions(String, String, String, boolean) With the defaults}: all; audit logs kept. */
    public ContainmentAction revokeIamPermissions(String principal, String cloudProvider) {
        return planner.plan(Given.of(ActionKind.REVOKE_IAM_PERMISSIONS)
                .with("principal", principal)
                .with("cloud_provider", cloudProvider));
    }

    /**
     * Takes rights in a cloud away from an identity.
     *
     * @param principal the user, role or service identity: an ARN or whatever its cloud calls it
     * @param cloudProvider {@code aws}, {@code azure} or {@code gcp}
     * @param revocationType {@code all}, or {@code specific}: those in permissions
     * @param preserveAuditLogs keep what the cloud logged about the principal
     */
    public ContainmentAction revokeIamPermissions(
            String principal, String cloudProvider, String revocationType, boolean preserveAuditLogs) {
        return planner.plan(Given.of(ActionKind.REVOKE_IAM_PERMISSIONS)
                .with("principal", principal)
                .with("cloud_provider", cloudProvider)
                .with("revocation_type", revocationType)
                .with("preserve_audit_logs", preserveAuditLogs));
    }

    /**
     * The same.
     *
     * @param permissions the rights to take away where the type is {@code specific}; an addition to the contract
     */
    public ContainmentAction revokeIamPermissions(
            String principal,
            String cloudProvider,
            String revocationType,
            boolean preserveAuditLogs,
            List<String> permissions) {
        return planner.plan(Given.of(ActionKind.REVOKE_IAM_PERMISSIONS)
                .with("principal", principal)
                .with("cloud_provider", cloudProvider)
                .with("revocation_type", revocationType)
                .with("preserve_audit_logs", preserveAuditLogs)
                .with("permissions", permissions));
    }

    /**
     * {@link #isolateResource(String, String, String, String, boolean, String) With the defaults}: security_group;
     * forensics let in; from the responders' network in the configuration.
     */
    public ContainmentAction isolateResource(String resourceId, String resourceType, String cloudProvider) {
        return planner.plan(Given.of(ActionKind.ISOLATE_RESOURCE)
                .with("resource_id", resourceId)
                .with("resource_type", resourceType)
                .with("cloud_provider", cloudProvider));
    }

    /**
     * Cuts a resource of a cloud off the network.
     *
     * @param resourceId as its cloud calls it
     * @param resourceType {@code ec2_instance}, {@code vm}, …
     * @param cloudProvider {@code aws}, {@code azure} or {@code gcp}
     * @param isolationMethod {@code security_group}, {@code nacl} or {@code vpc}
     * @param allowForensicAccess let the forensic workstation in
     * @param forensicIp its address; blank for the responders' network of the configuration
     */
    public ContainmentAction isolateResource(
            String resourceId,
            String resourceType,
            String cloudProvider,
            String isolationMethod,
            boolean allowForensicAccess,
            String forensicIp) {
        return planner.plan(Given.of(ActionKind.ISOLATE_RESOURCE)
                .with("resource_id", resourceId)
                .with("resource_type", resourceType)
                .with("cloud_provider", cloudProvider)
                .with("isolation_method", isolationMethod)
                .with("allow_forensic_access", allowForensicAccess)
                .with("forensic_ip", forensicIp));
    }

    /** {@link #revokeApiKeys(List, String, boolean, boolean) With the defaults}: none made anew; owners told. */
    public ContainmentAction revokeApiKeys(List<String> keyIds, String cloudProvider) {
        return planner.plan(
                Given.of(ActionKind.REVOKE_API_KEYS).with("key_ids", keyIds).with("cloud_provider", cloudProvider));
    }

    /**
     * Disables keys of a cloud.
     *
     * @param keyIds the ids of the keys, never the keys themselves; at least one
     * @param cloudProvider {@code aws}, {@code azure} or {@code gcp}
     * @param createNewKeys make a new key for each
     * @param notifyOwner tell the owners
     */
    public ContainmentAction revokeApiKeys(
            List<String> keyIds, String cloudProvider, boolean createNewKeys, boolean notifyOwner) {
        return planner.plan(Given.of(ActionKind.REVOKE_API_KEYS)
                .with("key_ids", keyIds)
                .with("cloud_provider", cloudProvider)
                .with("create_new_keys", createNewKeys)
                .with("notify_owner", notifyOwner));
    }

    /**
     * {@link #lockdownSecurityGroup(String, String, String, List, boolean) With the defaults}: deny_all; responders'
     * networks of the configuration; flow logs kept.
     */
    public ContainmentAction lockdownSecurityGroup(String securityGroupId, String cloudProvider) {
        return planner.plan(Given.of(ActionKind.LOCKDOWN_SECURITY_GROUP)
                .with("security_group_id", securityGroupId)
                .with("cloud_provider", cloudProvider));
    }

    /**
     * Closes a security group of a cloud.
     *
     * @param securityGroupId as its cloud calls it
     * @param cloudProvider {@code aws}, {@code azure} or {@code gcp}
     * @param lockdownType {@code deny_all}, {@code allow_ir_only} or {@code block_egress}
     * @param irCidrs the responders' networks; none for those of the configuration
     * @param preserveLogging keep flow logs running
     */
    public ContainmentAction lockdownSecurityGroup(
            String securityGroupId,
            String cloudProvider,
            String lockdownType,
            List<String> irCidrs,
            boolean preserveLogging) {
        return planner.plan(Given.of(ActionKind.LOCKDOWN_SECURITY_GROUP)
                .with("security_group_id", securityGroupId)
                .with("cloud_provider", cloudProvider)
                .with("lockdown_type", lockdownType)
                .with("ir_cidrs", irCidrs)
                .with("preserve_logging", preserveLogging));
    }
}
