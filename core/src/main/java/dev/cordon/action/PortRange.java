package dev.cordon.action;

import dev.cordon.document.Printable;
import java.util.regex.Pattern;

/** One port, {@code 443}, or several, {@code 6000-6010}; 1 to 65535. */
public record PortRange(int first, int last) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,4}))?");
    private static final int LAST_OF_ALL = 65535;

    public PortRange {
        if (first < 1 || last < first || last > LAST_OF_ALL) {
            throw new IllegalArgumentException(
                    first + "-" + last + " is no range of ports: 1 to 65535, the smaller first");
        }
    }

    /** @throws IllegalArgumentException when it is neither a port nor a range */
    public static PortRange parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(Printable.quoted(text) + " is no port: one is 443, a range 6000-6010");
        }
        var first = Integer.parseInt(matcher.group(1));
        return new PortRange(first, matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2)));
    }

    public boolean isSingle() {
        return first == last;
    }

    @Override
    public String toString() {
        return isSingle() ? Integer.toString(first) : first + "-" + last;
    }
}
