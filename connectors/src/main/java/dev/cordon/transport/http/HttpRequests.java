package dev.cordon.transport.http;

import dev.cordon.operation.HttpCall;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Makes the request that is sent out of a call.
 *
 * @param base what the call's path is put behind
 */
record HttpRequests(BaseUrl base, SecretHeader credential) {

    /** What a header may hold: RFC 9110 §5.5 without its obsolete half; no line breaks, so no second header. */
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]*[\\x21-\\x7e])?");

    /**
     * With the secret in its header.
     *
     * @throws IllegalArgumentException where a value cannot stand in its place; the message does not repeat the secret
     */
    HttpRequest of(HttpCall call, String secret) {
        if (!VISIBLE.matcher(secret).matches()) {
            throw new IllegalArgumentException(credential.secret() + " holds characters that cannot stand in a header");
        }
        var request = HttpRequest.newBuilder(URI.create(base + UrlText.of(call)))
                .method(call.method(), body(call))
                .header("Accept", "application/json")
                .header("User-Agent", "cordon")
                .header(credential.name(), secret);
        if (call.body() != null) {
            request.header("Content-Type", "application/json");
        }
        call.headers().forEach((name, value) -> request.header(name, checked(name, value.text())));
        return request.build();
    }

    private static String checked(String name, String text) {
        if (!VISIBLE.matcher(text).matches()) {
            throw new IllegalArgumentException("the value of " + name + " cannot stand in a header");
        }
        return text;
    }

    private static BodyPublisher body(HttpCall call) {
        return call.body() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(call.body().json().toString(), StandardCharsets.UTF_8);
    }
}
