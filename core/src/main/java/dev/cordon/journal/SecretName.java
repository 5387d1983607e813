package dev.cordon.journal;

import static java.util.Objects.requireNonNull;

import dev.cordon.action.ActionId;
import dev.cordon.plan.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * Names one generated secret for ever. It is the action's, and its steps share it: one sets a password, others hand it
 * to those who need it. So neither step nor attempt belongs to the name, and a second attempt sends the same again.
 *
 * @param member the key of the member, inside an {@code Each}; else null
 * @param name as the plan has it
 */
public record SecretName(
        RunId run, ActionId action, @Nullable String member, String name) {

    public SecretName {
        requireNonNull(run, "run");
        requireNonNull(action, "action");
        requireNonNull(name, "name");
    }

    /** A hash of it, 64 hex digits: what the journal and the file are called by, whatever stands in a name. */
    public String under() {
        return Canonical.digest(this).value();
    }
}
