package dev.cordon.transport.nft;

import dev.cordon.operation.NftTransaction;
import dev.cordon.operation.Value;
import dev.cordon.transport.program.ShellText;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Alternatives as one shell line, {@code nft … <<'CORDON' || nft … <<'CORDON'}, with their inputs below it.
 *
 * <p>Between quoted delimiters nothing has a meaning to the shell (POSIX XCU 2.7.4). Where an input holds promises its
 * delimiter is not quoted, so that {@code ${name}} is filled in, and data is escaped instead. An input is one line that
 * begins with a brace, so it never is the delimiter.
 */
final class HereDocuments {

    private static final String END = "CORDON";

    private HereDocuments() {}

    static String of(String command, NftTransaction transaction) {
        var before = transaction.before().isEmpty() ? "" : of(command, List.of(transaction.before()));
        return before + of(command, transaction.alternatives());
    }

    private static String of(String command, List<List<Value>> alternatives) {
        var heads =
                alternatives.stream().map(commands -> head(command, commands)).collect(Collectors.joining(" || "));
        var bodies = alternatives.stream().map(HereDocuments::body).collect(Collectors.joining());
        return heads + "\n" + bodies;
    }

    private static String head(String command, List<Value> commands) {
        if (commands.isEmpty()) {
            return "true";
        }
        return command + (promises(commands) ? " <<" + END : " <<'" + END + "'");
    }

    private static String body(List<Value> commands) {
        return commands.isEmpty()
                ? ""
                : "{\"nftables\":" + text(Value.row(commands), promises(commands)) + "}\n" + END + "\n";
    }

    private static boolean promises(List<Value> commands) {
        return commands.stream().anyMatch(HereDocuments::promises);
    }

    private static boolean promises(Value value) {
        return switch (value) {
            case Value.Plain _ -> false;
            case Value.Tree(var fields) -> fields.values().stream().anyMatch(HereDocuments::promises);
            case Value.Row(var items) -> items.stream().anyMatch(HereDocuments::promises);
            case Value.Saved _, Value.Item _, Value.Key _, Value.Secret _, Value.Sealed _, Value.Found _ -> true;
        };
    }

    private static String text(Value value, boolean escaped) {
        return switch (value) {
            case Value.Plain(var json) -> data(json.toString(), escaped);
            case Value.Tree(var fields) ->
                fields.entrySet().stream()
                        .map(field -> data(name(field.getKey()), escaped) + ":" + text(field.getValue(), escaped))
                        .collect(Collectors.joining(",", "{", "}"));
            case Value.Row(var items) ->
                items.stream().map(item -> text(item, escaped)).collect(Collectors.joining(",", "[", "]"));
            case Value.Saved _, Value.Item _, Value.Key _, Value.Secret _, Value.Sealed _, Value.Found _ ->
                "\"" + ShellText.promise(value) + "\"";
        };
    }

    private static String name(String field) {
        return JsonNodeFactory.instance.stringNode(field).toString();
    }

    private static String data(String json, boolean escaped) {
        return escaped ? json.replaceAll("[\\\\$`]", "\\\\$0") : json;
    }
}
