package dev.cordon.action;

import dev.cordon.document.Printable;
import java.util.regex.Pattern;

/**
 * A kind of cloud resource in one word, {@code ec2_instance}, {@code vm}, {@code lambda}; which ones there are is for
 * the connectors to say.
 */
public record ResourceType(String value) {

    static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    /** @throws IllegalArgumentException when it is not 1 to 64 small letters, digits and underscores */
    public ResourceType {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(Printable.quoted(value)
                    + " is no type of resource: 1 to 64 small letters, digits and '_' make one, as in ec2_instance");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
