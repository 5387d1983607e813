package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What several actions have in common. */
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

    /** Each of them once, in the order of the text: what is written twice is meant once. */
    static <T> List<T> once(List<T> written) {
        return List.copyOf(new LinkedHashSet<>(written));
    }

    /** Several targets in one line. */
    static String joined(List<?> targets) {
        return targets.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    static Reason reason(Values given, String doing, Object target) {
        return given.get(REASON_IF_ANY).orElseGet(() -> Reason.generated(doing, target));
    }

    static Values.Value<Optional<Reason>> because(Reason reason) {
        return REASON_IF_ANY.is(Optional.of(reason));
    }
}
