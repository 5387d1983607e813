package dev.cordon.transport.http;

import dev.cordon.document.Printable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a vendor's interface begins: {@code https://HOST[:PORT][/PATH]}, without a slash at the end.
 *
 * <p>{@code http://} is taken for this machine's own loopback addresses only: anywhere else the credential would cross
 * the network readable.
 *
 * @param value as it is put in front of a call's path
 */
public record BaseUrl(String value) {

    private static final Pattern FORM = Pattern.compile(
            "(https?)://([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?((?:/[A-Za-z0-9._~-]+)*)/?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> DOTS = Set.of(".", "..");

    /** @throws IllegalArgumentException saying what is wrong; it does not repeat the text, which may hold a password */
    public BaseUrl {
        var form = FORM.matcher(value);
        if (!form.matches() || hasDots(form.group(4))) {
            throw new IllegalArgumentException(
                    "this is no address of an interface: write https://HOST[:PORT][/PATH]," + " credentials beside it");
        }
        if (form.group(1).equals("http") && !LOOPBACK.matcher(form.group(2)).matches()) {
            throw new IllegalArgumentException("http:// to " + Printable.quoted(form.group(2))
                    + " would show the credential to the network: write https://, or reach it through a tunnel on"
                    + " 127.0.0.1");
        }
        value = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
        refuseWrongPort(value);
    }

    /** A name or an address; an IPv6 address without its brackets. */
    public String host() {
        return URI.create(value).getHost().replaceAll("[\\[\\]]", "");
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean hasDots(String path) {
        return Stream.of(path.split("/", -1)).anyMatch(DOTS::contains);
    }

    private static void refuseWrongPort(String value) {
        try {
            var server = new URI(value).parseServerAuthority();
            if (server.getPort() == 0 || server.getPort() > HIGHEST_PORT) {
                throw new IllegalArgumentException("a port is a number from 1 to 65535");
            }
        } catch (URISyntaxException _) { // whose message repeats the text
            throw new IllegalArgumentException("this is no address of an interface: its host cannot be one");
        }
    }
}
