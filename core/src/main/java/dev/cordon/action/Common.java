package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.util.Optional;

/** Parameters that several actions have in common. */
final class Common {

    static final Parameter<Reason> REASON =
            Parameter.required("reason", ValueTypes.REASON, "Why this is done, for the report.");

    static final Parameter<Optional<Reason>> REASON_IF_ANY = Parameter.optional(
            "reason",
            ValueTypes.REASON,
            "Why this is done, for the report; a sentence is generated when it is left out.");

    static final Parameter<Hostname> HOSTNAME =
            Parameter.required("hostname", ValueTypes.HOSTNAME, "The host, by its short or full name.");

    static final Parameter<AccountName> USERNAME =
            Parameter.required("username", ValueTypes.ACCOUNT, "The account, as its directory writes it.");

    static final Parameter<CloudProvider> CLOUD_PROVIDER =
            Parameter.required("cloud_provider", Types.oneOf(CloudProvider.values()), "Whose cloud it is in.");

    private Common() {}

    static Reason reason(Values given, String doing, Object target) {
        return given.get(REASON_IF_ANY).orElseGet(() -> Reason.generated(doing, target));
    }

    static Values.Value<Optional<Reason>> because(Reason reason) {
        return REASON_IF_ANY.is(Optional.of(reason));
    }
}
