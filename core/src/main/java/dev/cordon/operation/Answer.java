package dev.cordon.operation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * What came of sending an operation. <em>Sent, answer lost</em> is an answer of its own: it decides what is safe next.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
public sealed interface Answer {

    @JsonTypeName("ok")
    record Ok(JsonNode body) implements Answer {}

    /** Try again, not before {@code notBefore} (from Retry-After, else our back-off). */
    @JsonTypeName("throttled")
    record Throttled(Instant notBefore) implements Answer {}

    /** Never left this machine: safe to repeat. */
    @JsonTypeName("unreachable")
    record Unreachable(VendorText why) implements Answer {}

    /** Left this machine, then a timeout or a broken connection: only the step's check can tell. */
    @JsonTypeName("unanswered")
    record Unanswered(VendorText why) implements Answer {}

    /** The thing is not there. Not repeated; where removal was the aim, the check confirms it. */
    @JsonTypeName("not_found")
    record NotFound(VendorText vendorSaid) implements Answer {}

    /** Our credential is wrong or lacks a right; repeating will not help. */
    @JsonTypeName("unauthorized")
    record Unauthorized(VendorText missing) implements Answer {}

    /** The world is not as it was read: another was faster, or it is done already. */
    @JsonTypeName("stale")
    record Stale(VendorText found) implements Answer {}

    /** Understood and declined; repeating will not help. */
    @JsonTypeName("rejected")
    record Rejected(String code, VendorText vendorSaid) implements Answer {}

    /** In words, for a person. */
    default String inWords() {
        return switch (this) {
            case Ok _ -> "done";
            case Throttled(var notBefore) -> "throttled until " + notBefore;
            case Unreachable(var why) -> "unreachable: " + why;
            case Unanswered(var why) -> "sent, answer lost: " + why;
            case NotFound(var said) -> "not found: " + said;
            case Unauthorized(var missing) -> "not authorized: " + missing;
            case Stale(var found) -> "changed meanwhile: " + found;
            case Rejected(var code, var said) -> "rejected (" + code + "): " + said;
        };
    }
}
