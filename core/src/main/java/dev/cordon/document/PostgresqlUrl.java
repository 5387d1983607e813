package dev.cordon.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is: {@code jdbc:postgresql://HOST[:PORT]/DATABASE[?sslmode=…]}. It carries no user and no
 * password; these stand beside it.
 *
 * @param host a name or an address; an IPv6 address without its brackets
 */
public record PostgresqlUrl(String text, String host, int port, String database, Map<String, String> parameters) {

    /** Others can carry a password, load a class, or redirect what Cordon says: they are not passed on. */
    private static final Set<String> ALLOWED = Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");

    private static final Pattern FORM = Pattern.compile(
            "jdbc:postgresql://(?:([A-Za-z0-9._-]{1,253})|\\[([0-9A-Fa-f:.]{2,45})])(?::(\\d{1,5}))?/([^/?#]+)(?:\\?([^#]*))?");

    public PostgresqlUrl {
        parameters = Map.copyOf(parameters);
    }

    /** @throws IllegalArgumentException saying what is wrong; it does not repeat the text, which may hold a password */
    public static PostgresqlUrl parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("this is no address of a PostgreSQL server:"
                    + " write jdbc:postgresql://HOST:PORT/DATABASE, user and password beside it");
        }
        var host = form.group(1) == null ? form.group(2) : form.group(1);
        var port = form.group(3) == null ? 5432 : Integer.parseInt(form.group(3));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535");
        }
        return new PostgresqlUrl(text, host, port, decoded(form.group(4)), parameters(form.group(5)));
    }

    @Override
    public String toString() {
        return text;
    }

    private static Map<String, String> parameters(@Nullable String query) {
        var parameters = new TreeMap<String, String>();
        if (query == null) {
            return parameters;
        }
        for (var pair : query.split("&", -1)) {
            var middle = pair.indexOf('=');
            var name = middle < 0 ? pair : pair.substring(0, middle);
            if (!ALLOWED.contains(name) || middle < 0) {
                throw new IllegalArgumentException("the address may hold "
                        + String.join(", ", ALLOWED.stream().sorted().toList()) + " and nothing else; found "
                        + Printable.quoted(name));
            }
            parameters.put(name, decoded(pair.substring(middle + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
