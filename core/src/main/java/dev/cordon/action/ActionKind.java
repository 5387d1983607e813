package dev.cordon.action;

import dev.cordon.document.Node;
import dev.cordon.document.Parameter;
import dev.cordon.document.Place;
import dev.cordon.document.Problems;
import dev.cordon.document.Schema;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The 23 actions: what each is called, what it takes, and how it is read. Whether it can be undone is for its connector
 * to say.
 */
@SuppressWarnings("ImmutableEnumChecker") // schemas, parameters and the readers hold no state
public enum ActionKind implements Word {
    ISOLATE_HOST("network_isolation", "Cuts a host off the network.", IsolateHost.SCHEMA, IsolateHost::from),
    FIREWALL_BLOCK(
            "firewall_block",
            "Blocks addresses, a domain or ports at a firewall.",
            FirewallBlock.SCHEMA,
            FirewallBlock::from),
    DNS_SINKHOLE(
            "dns_sinkhole",
            "Makes the resolver answer with a sinkhole for some domains.",
            DnsSinkhole.SCHEMA,
            DnsSinkhole::from),
    SEGMENT_NETWORK(
            "network_segmentation", "Moves hosts into another VLAN.", SegmentNetwork.SCHEMA, SegmentNetwork::from),
    QUARANTINE_ENDPOINT(
            "edr_quarantine",
            "Cuts a host off through the agent of its EDR.",
            QuarantineEndpoint.SCHEMA,
            QuarantineEndpoint::from,
            QuarantineEndpoint.EDR_PLATFORM),
    TERMINATE_PROCESS(
            "process_termination", "Ends a process and its children.", TerminateProcess.SCHEMA, TerminateProcess::from),
    DISABLE_SERVICE(
            "service_disable",
            "Stops a service of a host and keeps it from starting again.",
            DisableService.SCHEMA,
            DisableService::from),
    PRESERVE_MEMORY(
            "memory_preservation",
            "Takes an image of the memory of a host as evidence.",
            PreserveMemory.SCHEMA,
            PreserveMemory::from),
    DISABLE_ACCOUNT(
            "account_disable",
            "Disables an account in its directory.",
            DisableAccount.SCHEMA,
            DisableAccount::from,
            DisableAccount.DIRECTORY),
    TERMINATE_SESSIONS(
            "session_termination",
            "Ends the sessions of a user wherever they are found.",
            TerminateSessions.SCHEMA,
            TerminateSessions::from),
    FORCE_PASSWORD_RESET(
            "password_reset",
            "Sets an account a new password, or makes it choose one.",
            ForcePasswordReset.SCHEMA,
            ForcePasswordReset::from),
    ROTATE_SERVICE_ACCOUNT(
            "credential_rotation",
            "Gives a service account and its dependants a new credential.",
            RotateServiceAccount.SCHEMA,
            RotateServiceAccount::from),
    REVOKE_IAM_PERMISSIONS(
            "iam_revocation",
            "Takes rights in a cloud away from an identity.",
            RevokeIamPermissions.SCHEMA,
            RevokeIamPermissions::from,
            Common.CLOUD_PROVIDER),
    ISOLATE_RESOURCE(
            "resource_isolation",
            "Cuts a resource of a cloud off the network.",
            IsolateResource.SCHEMA,
            IsolateResource::from,
            Common.CLOUD_PROVIDER),
    REVOKE_API_KEYS(
            "api_key_revocation",
            "Disables keys of a cloud.",
            RevokeApiKeys.SCHEMA,
            RevokeApiKeys::from,
            Common.CLOUD_PROVIDER),
    LOCKDOWN_SECURITY_GROUP(
            "security_group_lockdown",
            "Closes a security group of a cloud.",
            LockdownSecurityGroup.SCHEMA,
            LockdownSecurityGroup::from,
            Common.CLOUD_PROVIDER),
    DEPLOY_WAF_RULE(
            "waf_rule_deployment",
            "Puts a rule on a web application firewall.",
            DeployWafRule.SCHEMA,
            DeployWafRule::from,
            DeployWafRule.WAF_PROVIDER),
    RATE_LIMIT("rate_limiting", "Limits how often an endpoint may be asked.", RateLimit.SCHEMA, RateLimit::from),
    SHUTDOWN_SERVICE(
            "service_shutdown", "Takes an application out of service.", ShutdownService.SCHEMA, ShutdownService::from),
    LOCKDOWN_DATABASE(
            "database_lockdown",
            "Takes rights away from the users of a database.",
            LockdownDatabase.SCHEMA,
            LockdownDatabase::from,
            LockdownDatabase.DB_TYPE),
    QUARANTINE_MESSAGES(
            "email_quarantine",
            "Takes messages out of the mailboxes that they reached.",
            QuarantineMessages.SCHEMA,
            QuarantineMessages::from,
            QuarantineMessages.EMAIL_PLATFORM),
    BLOCK_SENDER(
            "sender_block",
            "Refuses mail from an address or a domain.",
            BlockSender.SCHEMA,
            BlockSender::from,
            BlockSender.EMAIL_PLATFORM),
    REMOVE_INBOX_RULES(
            "inbox_rule_removal",
            "Removes rules from a mailbox.",
            RemoveInboxRules.SCHEMA,
            RemoveInboxRules::from,
            RemoveInboxRules.EMAIL_PLATFORM);

    private final String actionType;
    private final String summary;
    private final Schema schema;
    private final Function<Values, ? extends ContainmentRequest> from;
    private final Optional<Parameter<? extends Word>> platformParameter;

    ActionKind(String actionType, String summary, Schema schema, Function<Values, ? extends ContainmentRequest> from) {
        this(actionType, summary, schema, from, Optional.empty());
    }

    ActionKind(
            String actionType,
            String summary,
            Schema schema,
            Function<Values, ? extends ContainmentRequest> from,
            Parameter<? extends Word> platformParameter) {
        this(actionType, summary, schema, from, Optional.of(platformParameter));
    }

    ActionKind(
            String actionType,
            String summary,
            Schema schema,
            Function<Values, ? extends ContainmentRequest> from,
            Optional<Parameter<? extends Word>> platformParameter) {
        this.actionType = actionType;
        this.summary = summary;
        this.schema = schema;
        this.from = from;
        this.platformParameter = platformParameter;
    }

    /** The key in a playbook: {@code isolate_host}. */
    public String key() {
        return word();
    }

    /** As in a ContainmentAction: {@code network_isolation}. */
    public String actionType() {
        return actionType;
    }

    /** What it does, in one sentence. */
    public String summary() {
        return summary;
    }

    /** Its parameters and the rules between them. */
    public Schema schema() {
        return schema;
    }

    /** The parameter whose word is the type of platform to act on: {@code edr_platform}, {@code db_type}, … */
    public Optional<Parameter<? extends Word>> platformParameter() {
        return platformParameter;
    }

    /**
     * Reads the parameters of this action.
     *
     * @param at where a missing one is reported
     * @return empty when a problem has been added
     */
    public Optional<ContainmentRequest> read(Node parameters, Place at, Problems problems) {
        return schema.read(parameters, at, problems).map(from);
    }

    public static Optional<ActionKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(ActionKind::key).toList();
    }
}
