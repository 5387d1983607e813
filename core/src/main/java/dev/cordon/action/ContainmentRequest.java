package dev.cordon.action;

import dev.cordon.document.Documents;
import dev.cordon.document.Parameter;
import dev.cordon.document.Place;
import dev.cordon.document.Reading;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a responder asks for: one record for each of the 23 actions. Whoever holds one holds something that was
 * checked; a constructor throws IllegalArgumentException for values that contradict each other.
 */
public sealed interface ContainmentRequest
        permits IsolateHost,
                FirewallBlock,
                DnsSinkhole,
                SegmentNetwork,
                QuarantineEndpoint,
                TerminateProcess,
                DisableService,
                PreserveMemory,
                DisableAccount,
                TerminateSessions,
                ForcePasswordReset,
                RotateServiceAccount,
                RevokeIamPermissions,
                IsolateResource,
                RevokeApiKeys,
                LockdownSecurityGroup,
                DeployWafRule,
                RateLimit,
                ShutdownService,
                LockdownDatabase,
                QuarantineMessages,
                BlockSender,
                RemoveInboxRules {

    ActionKind kind();

    /** What it acts on, as {@code target} of a ContainmentAction; text from outside. */
    String target();

    /** What sort of thing the target is: {@code host}, {@code ip}, {@code database}, … */
    String targetType();

    Reason reason();

    /** How long the request itself says that the effect is to last; empty means until undone. */
    default Optional<Duration> lasts() {
        return Optional.empty();
    }

    /** Every parameter with its value, in the order of the contract. */
    Values values();

    /** The parameters as a playbook would have them, defaults included; {@link #read} takes them back. */
    default ObjectNode parameters() {
        return values().toJson();
    }

    /** The type of platform that the request itself asks for ({@code edr_platform}, {@code db_type}, …), if any. */
    default Optional<String> platformType() {
        return kind().platformParameter().map(parameter -> word(parameter));
    }

    private <W extends Word> String word(Parameter<W> parameter) {
        return values().get(parameter).word();
    }

    /** Reads what {@link #parameters} gave; wrong when another version or another program wrote it differently. */
    static Reading<ContainmentRequest> read(ActionKind kind, JsonNode parameters) {
        var source = kind.key();
        return Reading.with(problems -> Documents.json(source, parameters.toString(), problems)
                .flatMap(node -> kind.read(node, Place.of(source), problems)));
    }
}
