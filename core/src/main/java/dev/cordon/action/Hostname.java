package dev.cordon.action;

import java.util.Locale;

/**
 * A host by its name, short or full, for example {@code WORKSTATION-15} or {@code db1.corp.example}. ASCII only, since
 * a letter from another script would look like a host that it is not. The case is kept for showing; compare by
 * {@link #canonical}.
 */
public record Hostname(String value) {

    public Hostname {
        Labels.checked(value, "host name");
    }

    /** The spelling to compare by: small letters. */
    public String canonical() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
