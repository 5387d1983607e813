package dev.cordon.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What other people say of a run before it begins.
 *
 * @param asked null where nobody has to be asked
 * @param approvedBy in the order in which they did
 * @param rejected null where nobody said no
 * @param brokenGlass null where nobody went on without them
 */
public record Consent(
        @Nullable Asked asked,
        List<String> approvedBy,
        @Nullable Word rejected,
        @Nullable Word brokenGlass) {

    /** Nobody has to be asked. */
    static final Consent NOT_NEEDED = new Consent(null, List.of(), null, null);

    /**
     * What was asked for.
     *
     * @param approvers how many people, beside the one who asks
     * @param until then the answer is no
     * @param why one line
     */
    public record Asked(int approvers, Instant until, String why) {
        public Asked {
            requireNonNull(until, "until");
            requireNonNull(why, "why");
        }
    }

    /** What somebody said, and why. */
    public record Word(String by, String reason) {}

    public Consent {
        approvedBy = List.copyOf(approvedBy);
    }

    static Consent to(@Nullable Asked asked) {
        return asked == null ? NOT_NEEDED : new Consent(asked, List.of(), null, null);
    }

    /** The run may begin, as far as people are concerned. */
    public boolean isGiven() {
        return rejected == null && missing() == 0;
    }

    /** How many people's word is missing; none where somebody went on without. */
    public int missing() {
        return asked == null || brokenGlass != null ? 0 : Math.max(0, asked.approvers() - approvedBy.size());
    }

    /** Nothing has begun by then: what was said counts no more. */
    public boolean isOver(Instant now) {
        return asked != null && now.isAfter(asked.until());
    }

    /** Whether this person has said yes; how a name is spelled makes nobody two people. */
    public boolean hasApproved(String person) {
        return approvedBy.stream().anyMatch(one -> one.equalsIgnoreCase(person));
    }

    /** One person counts once. */
    Consent approved(String by) {
        return asked == null || hasApproved(by)
                ? this
                : new Consent(
                        asked, Stream.concat(approvedBy.stream(), Stream.of(by)).toList(), rejected, brokenGlass);
    }

    Consent rejected(Word no) {
        return new Consent(asked, approvedBy, no, brokenGlass);
    }

    Consent brokenGlass(Word emergency) {
        return new Consent(asked, approvedBy, rejected, emergency);
    }

    /** For a person; empty where nobody has to be asked. */
    public Optional<String> inWords() {
        return Optional.ofNullable(asked).map(it -> standing(it) + " (" + it.why() + ")");
    }

    private String standing(Asked it) {
        if (rejected != null) {
            return "rejected by " + rejected.by() + ": " + rejected.reason();
        }
        if (brokenGlass != null) {
            return "TO BE REVIEWED: " + brokenGlass.by() + " went on without approval: " + brokenGlass.reason();
        }
        var by = approvedBy.isEmpty() ? "" : "approved by " + String.join(", ", approvedBy);
        var open = missing() == 0
                ? ""
                : "waits for " + missing() + (missing() == 1 ? " person" : " people") + " until " + it.until();
        return Stream.of(by, open).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }
}
