package dev.cordon.action;

import dev.cordon.document.Printable;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A domain of at least two labels, in small letters, without a dot at the end. International names are taken and kept
 * as what the DNS knows them by ({@code bücher.example} becomes {@code xn--bcher-kva.example}), so that a Cyrillic
 * {@code а} never passes for a Latin one. The four characters that the two editions of IDNA disagree about (ß, ς and
 * the joiners, RFC 5894 §7.2) are refused: which domain was meant cannot be known.
 */
public record DomainName(String value) {

    private static final Pattern DISPUTED = Pattern.compile("[\\u00df\\u1e9e\\u03c2\\u200c\\u200d]");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile(".*\\.[0-9]+");
    private static final Pattern DOT = Pattern.compile("[.\\u3002\\uff0e\\uff61]"); // RFC 3490 §3.1
    private static final int LONGEST = 512;

    public DomainName {
        var written = value;
        value = Labels.checked(ascii(written).toLowerCase(Locale.ROOT), "domain name");
        if (value.indexOf('.') < 0) {
            throw new IllegalArgumentException(Printable.quoted(written)
                    + " is no domain name: at least two labels are wanted, as in evil.example");
        }
        if (ENDS_IN_NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException(Printable.quoted(written) + " is no domain name: it ends in a number");
        }
    }

    private static String ascii(String text) {
        var name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.startsWith("*.")) {
            throw new IllegalArgumentException(Printable.quoted(text)
                    + " is no domain name: leave '*.' out, everything below a domain is meant anyway");
        }
        if (name.length() > LONGEST || DISPUTED.matcher(name).find()) {
            throw new IllegalArgumentException(
                    Printable.quoted(text) + " is too long or ambiguous for a domain name: write its xn-- form");
        }
        if (name.chars().allMatch(c -> c < 128)) {
            return name;
        }
        return sameLetters(text, name, mapped(text, name));
    }

    private static String mapped(String text, String name) {
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Printable.quoted(text) + " cannot be written as a domain name: write its xn-- form", e);
        }
    }

    /** RFC 3491 §3 maps a wide {@code ａ} to {@code a}, and a soft hyphen to nothing: that is another name than is shown. */
    private static String sameLetters(String text, String name, String ascii) {
        var written = DOT.split(name, -1);
        var labels = DOT.split(ascii, -1);
        for (var i = 0; i < written.length; i++) {
            var plain = written[i].chars().allMatch(c -> c < 128);
            if (!plain && !labels[i].startsWith("xn--")) {
                throw new IllegalArgumentException(
                        Printable.quoted(text) + " only looks like " + ascii + ": write that, if it is meant");
            }
        }
        return ascii;
    }

    @Override
    public String toString() {
        return value;
    }
}
