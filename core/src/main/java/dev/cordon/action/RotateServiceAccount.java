package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.util.List;
import java.util.Optional;

/**
 * Gives a service account a new credential: made first, then taken over by its dependants one by one, and only then is
 * the old one disabled. It is deleted by a later action alone.
 *
 * @param services written twice counts once
 */
public record RotateServiceAccount(
        AccountName accountName,
        CredentialType credentialType,
        boolean updateDependentServices,
        List<ServiceName> services,
        Reason reason)
        implements ContainmentRequest {

    public enum CredentialType implements Word {
        PASSWORD,
        API_KEY,
        CERTIFICATE
    }

    static final Parameter<AccountName> ACCOUNT_NAME =
            Parameter.required("account_name", ValueTypes.ACCOUNT, "The service account, as its directory writes it.");
    static final Parameter<CredentialType> CREDENTIAL_TYPE = Parameter.defaulted(
            "credential_type", Types.oneOf(CredentialType.values()), CredentialType.PASSWORD, "What is replaced.");
    static final Parameter<Boolean> UPDATE_DEPENDENT_SERVICES = Parameter.defaulted(
            "update_dependent_services",
            Types.trueOrFalse(),
            true,
            "Give the new credential to what uses the old one.");
    static final Parameter<List<ServiceName>> SERVICES = Parameter.defaulted(
            "services", Types.listOf(ValueTypes.SERVICE), List.of(), "What uses it, beside what is found.");

    static final Schema SCHEMA = Schema.of(
                    "rotate_service_account",
                    ACCOUNT_NAME,
                    CREDENTIAL_TYPE,
                    UPDATE_DEPENDENT_SERVICES,
                    SERVICES,
                    Common.REASON_IF_ANY)
            .rule(SERVICES, UPDATE_DEPENDENT_SERVICES, RotateServiceAccount::unused);

    public RotateServiceAccount {
        services = Common.once(services);
        Schema.demand(unused(services, updateDependentServices));
    }

    static RotateServiceAccount from(Values given) {
        var accountName = given.get(ACCOUNT_NAME);
        return new RotateServiceAccount(
                accountName,
                given.get(CREDENTIAL_TYPE),
                given.get(UPDATE_DEPENDENT_SERVICES),
                given.get(SERVICES),
                Common.reason(given, "Rotate the credential of", accountName));
    }

    private static Optional<String> unused(List<ServiceName> services, boolean update) {
        return services.isEmpty() || update
                ? Optional.empty()
                : Optional.of("services are given, but update_dependent_services is false: none would be updated");
    }

    @Override
    public ActionKind kind() {
        return ActionKind.ROTATE_SERVICE_ACCOUNT;
    }

    @Override
    public String target() {
        return accountName.toString();
    }

    @Override
    public String targetType() {
        return "service_account";
    }

    @Override
    public Values values() {
        return Values.of(
                ACCOUNT_NAME.is(accountName),
                CREDENTIAL_TYPE.is(credentialType),
                UPDATE_DEPENDENT_SERVICES.is(updateDependentServices),
                SERVICES.is(services),
                Common.because(reason));
    }
}
