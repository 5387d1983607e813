package dev.cordon.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, with a JSON body or none. Where it goes and who asks is the platform's: neither host nor credential
 * stands in it.
 *
 * <p>The answer is {@code {"status": 200, "headers": {"etag": "…"}, "body": …}}: names of headers in small letters and
 * only those that a later request refers to, the body as JSON, {@code null} where there was none.
 *
 * @param method in capitals
 * @param path constant text of the connector below the platform's base, beginning with a slash; each {@code {}} in it
 *     stands for the next of {@code places}
 * @param places data for the path; the transport percent-encodes each, so that none of them adds a segment
 * @param query names that are constant text, and data
 * @param headers names that are constant text, and data that is no secret
 * @param body becomes JSON; null for none
 * @param mayBeMissing of a read: that the thing is not there (404) is an answer too, with {@code "status": 404} and no
 *     body; else it is a read that came to nothing
 */
@JsonTypeName("http")
public record HttpCall(
        Terms terms,
        String method,
        String path,
        List<Value> places,
        SortedMap<String, Value> query,
        SortedMap<String, Value> headers,
        @Nullable Value body,
        boolean mayBeMissing)
        implements Operation {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> CHANGING = Set.of("PUT", "PATCH", "DELETE");

    /** Of the path: what RFC 3986 §3.3 lets stand there as it is, and places. */
    private static final Pattern PATH = Pattern.compile("(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|\\{})+)+");

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9-]+");

    /** They hold a secret, or say what only the transport knows. */
    private static final Set<String> NOT_HERE = Set.of(
            "authorization", "proxy-authorization", "cookie", "host", "content-length", "content-type", "connection");

    public HttpCall {
        requireNonNull(terms, "terms");
        places = List.copyOf(places);
        query = Collections.unmodifiableSortedMap(new TreeMap<>(query));
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        if (!METHODS.contains(method) || (terms.read() && CHANGING.contains(method))) {
            throw new IllegalArgumentException("no method for this: " + method);
        }
        if (mayBeMissing && !terms.read()) {
            throw new IllegalArgumentException("only what is read may be missing: " + path);
        }
        if (!PATH.matcher(path).matches() || path.split("\\{}", -1).length != places.size() + 1) {
            throw new IllegalArgumentException("no path for " + places.size() + " places: " + path);
        }
        Value.refuseSecrets("a URL", places);
        Value.refuseSecrets("a URL", query.values());
        Value.refuseSecrets("a header", headers.values());
        headers.keySet().forEach(HttpCall::refuseSecret);
    }

    /** A read of what stands below this path. */
    public static HttpCall get(Terms terms, String path, String... places) {
        return of(terms, "GET", path, places);
    }

    public static HttpCall post(Terms terms, String path, String... places) {
        return of(terms, "POST", path, places);
    }

    public static HttpCall put(Terms terms, String path, String... places) {
        return of(terms, "PUT", path, places);
    }

    public static HttpCall patch(Terms terms, String path, String... places) {
        return of(terms, "PATCH", path, places);
    }

    public static HttpCall delete(Terms terms, String path, String... places) {
        return of(terms, "DELETE", path, places);
    }

    private static HttpCall of(Terms terms, String method, String path, String... places) {
        var data = Stream.of(places).map(Value::of).toList();
        return new HttpCall(terms, method, path, data, new TreeMap<>(), new TreeMap<>(), null, false);
    }

    /** The same with other data for its path, of which some may be promised. */
    public HttpCall places(Value... data) {
        return new HttpCall(terms, method, path, List.of(data), query, headers, body, mayBeMissing);
    }

    public HttpCall query(String name, Value value) {
        return new HttpCall(terms, method, path, places, and(query, name, value), headers, body, mayBeMissing);
    }

    public HttpCall header(String name, Value value) {
        return new HttpCall(terms, method, path, places, query, and(headers, name, value), body, mayBeMissing);
    }

    public HttpCall json(Value sent) {
        return new HttpCall(terms, method, path, places, query, headers, sent, mayBeMissing);
    }

    /** The same read, for which it is an answer that the thing is not there. */
    public HttpCall orMissing() {
        return new HttpCall(terms, method, path, places, query, headers, body, true);
    }

    @Override
    public HttpCall with(UnaryOperator<Value> promise) {
        return new HttpCall(
                terms,
                method,
                path,
                places.stream().map(value -> value.with(promise)).toList(),
                with(query, promise),
                with(headers, promise),
                body == null ? null : body.with(promise),
                mayBeMissing);
    }

    private static SortedMap<String, Value> with(SortedMap<String, Value> values, UnaryOperator<Value> promise) {
        var done = new TreeMap<String, Value>();
        values.forEach((name, value) -> done.put(name, value.with(promise)));
        return done;
    }

    private static SortedMap<String, Value> and(SortedMap<String, Value> values, String name, Value value) {
        var more = new TreeMap<>(values);
        more.put(name, value);
        return more;
    }

    private static void refuseSecret(String name) {
        if (!TOKEN.matcher(name).matches() || NOT_HERE.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("no header of an operation: " + name);
        }
    }
}
