package dev.cordon.transport.http;

import dev.cordon.document.SecretRef;
import dev.cordon.operation.HttpCall;
import dev.cordon.operation.Value;
import dev.cordon.transport.program.ShellText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A call as a {@code curl} command that works when pasted into a shell: the shell puts the secret in, from the variable
 * or the file where it is kept.
 *
 * <p>A promise in the body is put in between the quotes as it is: those that are promised are ids, without any quote.
 */
record CurlCommand(HttpServer server) {

    String of(HttpCall call) {
        var words = new ArrayList<>(List.of("curl -sS --globoff --path-as-is --fail-with-body"));
        words.add("--max-time " + server.limits().answer().toSeconds());
        server.authorities().ifPresent(file -> words.add("--cacert " + ShellText.quoted(file.toString())));
        words.add("-X " + call.method());
        words.add("-H \"" + server.credential().name() + ": "
                + secret(server.credential().secret()) + "\"");
        call.headers().forEach((name, value) -> words.add("-H " + quoted(name + ": ") + ShellText.word(value)));
        if (call.body() != null) {
            words.add("-H 'Content-Type: application/json' --data-binary " + word(call.body()));
        }
        words.add(ShellText.quoted(server.base().value()) + UrlText.filled(call, CurlCommand::inUrl));
        return String.join(" ", words);
    }

    /** The method, the path and what is sent. */
    static String heart(HttpCall call) {
        var path = UrlText.filled(call, CurlCommand::inUrl);
        var body = call.body();
        return call.method() + " " + path
                + (body == null ? "" : " " + json(body, UnaryOperator.identity(), UnaryOperator.identity()));
    }

    private static String secret(SecretRef reference) {
        return switch (reference) {
            case SecretRef.FromEnvironment(var name) -> "$" + name;
            case SecretRef.FromFile(var path) -> "$(cat " + ShellText.quoted(path.toString()) + ")";
        };
    }

    static String inUrl(Value value) {
        return switch (value) {
            case Value.Saved _, Value.Item _, Value.Key _, Value.Secret _, Value.Sealed _, Value.Found _ ->
                ShellText.word(value);
            case Value.Plain _, Value.Tree _, Value.Row _ -> UrlText.encoded(value.text());
        };
    }

    /** One word: a promise leaves the single quotes for double ones and comes back. */
    private static String word(Value body) {
        return "'" + inQuotes(body) + "'";
    }

    /** As JSON, to stand between single quotes. */
    static String inQuotes(Value body) {
        return json(body, CurlCommand::escaped, promise -> "'\"" + promise + "\"'");
    }

    /** As JSON, what is known written by {@code literal} and what is promised, inside its quotes, by {@code promise}. */
    static String json(Value body, UnaryOperator<String> literal, UnaryOperator<String> promise) {
        return switch (body) {
            case Value.Plain(var json) -> literal.apply(json.toString());
            case Value.Found(var at) -> promise.apply(ShellText.found(at, "-c"));
            case Value.Saved _, Value.Item _, Value.Key _, Value.Secret _, Value.Sealed _ ->
                "\"" + promise.apply(ShellText.promise(body)) + "\"";
            case Value.Row(var items) ->
                items.stream().map(item -> json(item, literal, promise)).collect(Collectors.joining(",", "[", "]"));
            case Value.Tree(var fields) ->
                fields.entrySet().stream()
                        .map(field -> json(Value.of(field.getKey()), literal, promise) + ":"
                                + json(field.getValue(), literal, promise))
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static String quoted(String text) {
        return "'" + escaped(text) + "'";
    }

    private static String escaped(String text) {
        return text.replace("'", "'\\''");
    }
}
