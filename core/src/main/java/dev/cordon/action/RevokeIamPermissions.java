package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.util.List;
import java.util.Optional;

/**
 * Takes rights in a cloud away from a user, a role or a service identity, and gives them back exactly.
 *
 * @param permissions those to take away when the type is {@code specific}, else none; written twice counts once
 */
public record RevokeIamPermissions(
        CloudId principal,
        CloudProvider cloudProvider,
        RevocationType revocationType,
        List<Permission> permissions,
        boolean preserveAuditLogs,
        Reason reason)
        implements ContainmentRequest {

    public enum RevocationType implements Word {
        ALL,
        /** Those in {@code permissions}. */
        SPECIFIC
    }

    static final Parameter<CloudId> PRINCIPAL = Parameter.required(
            "principal",
            ValueTypes.CLOUD_ID,
            "The user, role or service identity: an ARN or whatever its cloud calls it.");
    static final Parameter<RevocationType> REVOCATION_TYPE = Parameter.defaulted(
            "revocation_type",
            Types.oneOf(RevocationType.values()),
            RevocationType.ALL,
            "all: every right; specific: those in permissions.");
    static final Parameter<List<Permission>> PERMISSIONS = Parameter.defaulted(
            "permissions",
            Types.listOf(ValueTypes.PERMISSION),
            List.of(),
            "The rights to take away when revocation_type is specific.");
    static final Parameter<Boolean> PRESERVE_AUDIT_LOGS = Parameter.defaulted(
            "preserve_audit_logs", Types.trueOrFalse(), true, "Keep what the cloud logged about the principal.");

    static final Schema SCHEMA = Schema.of(
                    "revoke_iam_permissions",
                    PRINCIPAL,
                    Common.CLOUD_PROVIDER,
                    REVOCATION_TYPE,
                    PERMISSIONS,
                    PRESERVE_AUDIT_LOGS,
                    Common.REASON_IF_ANY)
            .rule(PERMISSIONS, REVOCATION_TYPE, RevokeIamPermissions::misfit);

    public RevokeIamPermissions {
        permissions = Common.once(permissions);
        Schema.demand(misfit(permissions, revocationType));
    }

    static RevokeIamPermissions from(Values given) {
        var principal = given.get(PRINCIPAL);
        return new RevokeIamPermissions(
                principal,
                given.get(Common.CLOUD_PROVIDER),
                given.get(REVOCATION_TYPE),
                given.get(PERMISSIONS),
                given.get(PRESERVE_AUDIT_LOGS),
                Common.reason(given, "Revoke the permissions of", principal));
    }

    private static Optional<String> misfit(List<Permission> permissions, RevocationType type) {
        return switch (type) {
            case ALL ->
                permissions.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                "permissions are given, but revocation_type is 'all': write 'specific', or leave them out");
            case SPECIFIC ->
                permissions.isEmpty()
                        ? Optional.of("revocation_type is 'specific': permissions has to name them")
                        : Optional.empty();
        };
    }

    @Override
    public ActionKind kind() {
        return ActionKind.REVOKE_IAM_PERMISSIONS;
    }

    @Override
    public String target() {
        return principal.toString();
    }

    @Override
    public String targetType() {
        return "cloud_identity";
    }

    @Override
    public Values values() {
        return Values.of(
                PRINCIPAL.is(principal),
                Common.CLOUD_PROVIDER.is(cloudProvider),
                REVOCATION_TYPE.is(revocationType),
                PERMISSIONS.is(permissions),
                PRESERVE_AUDIT_LOGS.is(preserveAuditLogs),
                Common.because(reason));
    }
}
