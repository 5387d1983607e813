package dev.cordon.action;

import dev.cordon.document.Lines;

/**
 * An account exactly as its directory writes it, for example {@code j.doe@corp.example}. Case is kept, because
 * {@code Root} and {@code root} differ on Unix; whether two names mean one account is for {@code discover} to find out.
 */
public record AccountName(String value) {

    /** @throws IllegalArgumentException when it is blank, longer than 256 characters, or holds control characters */
    public AccountName {
        Lines.checked(value, "account name", 256);
    }

    @Override
    public String toString() {
        return value;
    }
}
