package dev.cordon.transport.http;

import dev.cordon.operation.HttpCall;
import dev.cordon.operation.Value;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The path and the query of a call as text. All that came from outside is percent-encoded but for the unreserved
 * characters (RFC 3986 §2.3), so it stays the one segment or the one value that it was meant to be.
 */
final class UrlText {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final Pattern PLACE = Pattern.compile("\\{}");

    /** A segment of dots alone goes up in the tree, encoded or not (RFC 3986 §5.2.4). */
    private static final Pattern GOES_UP = Pattern.compile("(?:/[^?]*)?/\\.{1,2}(?:/.*|$)", Pattern.DOTALL);

    private UrlText() {}

    /**
     * As it is sent.
     *
     * @throws IllegalArgumentException where data for the path is empty or would leave its place
     */
    static String of(HttpCall call) {
        call.places().stream()
                .filter(place -> place.text().isEmpty())
                .findFirst()
                .ifPresent(_ -> {
                    throw new IllegalArgumentException("a part of the path is empty");
                });
        return filled(call, value -> encoded(value.text()));
    }

    /** With each value written by {@code written}; what is constant stays as it is. */
    static String filled(HttpCall call, Function<Value, String> written) {
        var path = path(call, written);
        if (GOES_UP.matcher(path).matches()) {
            throw new IllegalArgumentException("a part of the path is made of dots alone");
        }
        var query = call.query().entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + written.apply(each.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    static String encoded(String text) {
        var out = new StringBuilder();
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            var known = octet >= 0 && UNRESERVED.indexOf(octet) >= 0;
            out.append(known ? String.valueOf((char) octet) : String.format(Locale.ROOT, "%%%02X", octet & 0xff));
        }
        return out.toString();
    }

    private static String path(HttpCall call, Function<Value, String> written) {
        var places = call.places().iterator();
        return PLACE.matcher(call.path()).replaceAll(_ -> Matcher.quoteReplacement(written.apply(places.next())));
    }
}
