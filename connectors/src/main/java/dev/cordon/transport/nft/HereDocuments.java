package dev.cordon.transport.nft;

import dev.cordon.operation.Value;
import dev.cordon.transport.local.ShellText;
import java.util.ArrayList;
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

    static String of(String command, List<List<Value>> alternatives) {
        var heads = new ArrayList<String>();
        var bodies = new StringBuilder();
        for (var commands : alternatives) {
            if (commands.isEmpty()) {
                heads.add("true");
                continue;
            }
            var promises = commands.stream().anyMatch(HereDocuments::promises);
            heads.add(command + (promises ? " <<" + END : " <<'" + END + "'"));
            bodies.append("{\"nftables\":")
                    .append(text(Value.row(commands), promises))
                    .append("}\n")
                    .append(END)
                    .append('\n');
        }
        return String.join(" || ", heads) + "\n" + bodies;
    }

    private static boolean promises(Value value) {
        return switch (value) {
            case Value.Plain _ -> false;
            case Value.Tree(var fields) -> fields.values().stream().anyMatch(HereDocuments::promises);
            case Value.Row(var items) -> items.stream().anyMatch(HereDocuments::promises);
            case Value.Saved _, Value.Item _, Value.Key _ -> true;
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
            case Value.Saved _, Value.Item _, Value.Key _ -> "\"" + ShellText.promise(value) + "\"";
        };
    }

    private static String name(String field) {
        return JsonNodeFactory.instance.stringNode(field).toString();
    }

    private static String data(String json, boolean escaped) {
        return escaped ? json.replaceAll("[\\\\$`]", "\\\\$0") : json;
    }
}
