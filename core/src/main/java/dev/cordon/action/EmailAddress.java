package dev.cordon.action;

import dev.cordon.document.Printable;
import java.util.regex.Pattern;

/**
 * A mail address, for example {@code j.doe@corp.example} (RFC 5321 §4.1.2 without quoted local parts, RFC 6531). The
 * part before the {@code @} is kept letter by letter, the domain as {@link DomainName} has it.
 */
public record EmailAddress(String value) {

    private static final Pattern LOCAL =
            Pattern.compile("[^\\p{Cntrl}\\p{Space}\\p{Zs}\\p{Zl}\\p{Zp}\\p{Cs}<>()\\[\\]\\\\,;:@\"]{1,64}");

    public EmailAddress {
        var at = value.lastIndexOf('@');
        if (at < 1 || at > 128 || !LOCAL.matcher(value.substring(0, at)).matches()) {
            throw new IllegalArgumentException(
                    Printable.quoted(value) + " is no mail address: one is name@domain.example");
        }
        value = value.substring(0, at + 1) + new DomainName(value.substring(at + 1));
    }

    public DomainName domain() {
        return new DomainName(value.substring(value.lastIndexOf('@') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
