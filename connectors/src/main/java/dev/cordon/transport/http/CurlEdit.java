package dev.cordon.transport.http;

import dev.cordon.operation.Change;
import dev.cordon.operation.Edit;
import dev.cordon.operation.HttpCall;
import dev.cordon.operation.Pointer;
import dev.cordon.operation.Value;
import dev.cordon.transport.program.ShellText;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An edit as commands that work when pasted one after the other: read with {@code curl} (7.84 or later) into a variable,
 * change with {@code jq}, which stops where something is not as it was read, and write back with the version.
 */
record CurlEdit(CurlCommand curl) {

    private static final String AS_AN_ANSWER =
            " -w '%{header_json}' | jq -cse '{body: .[0], headers: (.[1] | map_values(.[0]))}'";

    String of(Edit edit) {
        return "found=$(" + curl.of((HttpCall) edit.read()) + AS_AN_ANSWER + ") &&\n"
                + "found=$(printf %s \"$found\" | jq -ce '" + program(edit) + "') &&\n"
                + curl.of((HttpCall) edit.write());
    }

    /** What is written, and each change as a line of a diff. */
    static String heart(Edit edit) {
        var write = (HttpCall) edit.write();
        var head = write.method() + " " + UrlText.filled(write, CurlCommand::inUrl) + " as it is read then, changed:\n";
        return edit.changes().stream().map(CurlEdit::line).collect(Collectors.joining("\n", head, ""));
    }

    private static String line(Change change) {
        return switch (change) {
            case Change.Put(var list, var _, var element, var _) -> "+ " + list.value() + " " + plain(element);
            case Change.Drop(var list, var _, var element, var _) -> "- " + list.value() + " " + plain(element);
            case Change.Replace(var at, var from, var to) ->
                "~ " + at.value() + " " + orNothing(from) + " → " + orNothing(to);
        };
    }

    private static String orNothing(@Nullable Value value) {
        return value == null ? "nothing" : plain(value);
    }

    private static String plain(Value value) {
        return CurlCommand.json(value, UnaryOperator.identity(), UnaryOperator.identity());
    }

    private static String program(Edit edit) {
        return edit.changes().stream().map(CurlEdit::step).collect(Collectors.joining(" | "));
    }

    private static String step(Change change) {
        return switch (change) {
            case Change.Put(var list, var key, var element, var index) ->
                guarded(
                        "all(" + path(list) + "[]; " + path(key) + " != (" + quoted(element) + " | " + path(key) + "))",
                        path(list) + " |= " + inserted(quoted(element), index));
            case Change.Drop(var list, var key, var element, var _) ->
                guarded(
                        "[" + path(list) + "[] | select(" + path(key) + " == (" + quoted(element) + " | " + path(key)
                                + "))] == [" + quoted(element) + "]",
                        path(list) + " |= map(select(. != " + quoted(element) + "))");
            case Change.Replace(var at, var from, var to) ->
                guarded(
                        path(at) + " == " + (from == null ? "null" : quoted(from)),
                        to == null ? "del(" + path(at) + ")" : path(at) + " = " + quoted(to));
        };
    }

    private static String inserted(String element, @Nullable Integer index) {
        return index == null ? ". + [" + element + "]" : "(.[:" + index + "] + [" + element + "] + .[" + index + ":])";
    }

    private static String guarded(String condition, String change) {
        return "if " + condition + " then " + change + " else error(\"not as it was read\") end";
    }

    private static String path(Pointer at) {
        return ShellText.jq(at).replace("'", "'\\''");
    }

    private static String quoted(Value value) {
        return CurlCommand.inQuotes(value);
    }
}
