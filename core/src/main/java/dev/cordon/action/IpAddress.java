package dev.cordon.action;

import dev.cordon.document.Printable;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address in its one canonical spelling: dotted decimal, or RFC 5952. Only literals are read, so no
 * name is ever looked up; zones ({@code %eth0}), leading zeros ({@code 010.0.0.1}) and short forms ({@code 10.1}) are
 * refused. An IPv4-mapped address ({@code ::ffff:192.0.2.1}) is the IPv4 address that it stands for.
 */
public record IpAddress(String value) implements Comparable<IpAddress> {

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final String DOTTED = OCTET + "(?:\\." + OCTET + "){3}";
    private static final Pattern V4 = Pattern.compile(DOTTED);
    private static final Pattern MAYBE_V6 = Pattern.compile("[0-9A-Fa-f:]*:(?:" + DOTTED + "|[0-9A-Fa-f]{0,4})");
    private static final int LONGEST = 45;

    public IpAddress {
        value = AddressText.of(literal(value).getAddress());
    }

    /** @throws IllegalArgumentException when it is no literal address */
    public static IpAddress parse(String text) {
        return new IpAddress(text);
    }

    static boolean isV4(String text) {
        return text.length() <= LONGEST && V4.matcher(text).matches();
    }

    private static InetAddress literal(String text) {
        var plausible = isV4(text)
                || (text.length() <= LONGEST && MAYBE_V6.matcher(text).matches());
        if (plausible) {
            try {
                return InetAddress.ofLiteral(text);
            } catch (IllegalArgumentException e) {
                throw wrong(text);
            }
        }
        throw wrong(text);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                Printable.quoted(text) + " is no address: one is 192.0.2.7 or 2001:db8::7, without zone or port");
    }

    /** 4 or 16 of them, in network order. */
    public byte[] bytes() {
        return toInetAddress().getAddress();
    }

    public InetAddress toInetAddress() {
        return InetAddress.ofLiteral(value);
    }

    public boolean isV4() {
        return toInetAddress() instanceof Inet4Address;
    }

    /** 32 or 128. */
    public int bits() {
        return isV4() ? 32 : 128;
    }

    /** IPv4 before IPv6, then by number. */
    @Override
    public int compareTo(IpAddress other) {
        var byFamily = Integer.compare(bits(), other.bits());
        return byFamily != 0 ? byFamily : Arrays.compareUnsigned(bytes(), other.bytes());
    }

    @Override
    public String toString() {
        return value;
    }
}
