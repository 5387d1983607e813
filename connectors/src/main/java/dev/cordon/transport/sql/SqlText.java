package dev.cordon.transport.sql;

import dev.cordon.document.Printable;
import dev.cordon.operation.SqlTransaction.Statement;
import dev.cordon.operation.Value;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts names and values into the constant text of a statement, each one quoted. PostgreSQL documentation, 4.1.1 and 4.1.2. */
final class SqlText {

    /** PostgreSQL cuts longer identifiers off without a word, so that another object would be meant. */
    private static final int LONGEST_NAME = 63;

    private static final Pattern PLACE = Pattern.compile("%I|\\?");

    private SqlText() {}

    /**
     * The text with each {@code %I} replaced by the next name; the values are left to be bound.
     *
     * @throws IllegalArgumentException where a name cannot be one, or their number is not that of the places
     */
    static String toSend(Statement statement) {
        return filled(statement, _ -> "?");
    }

    /** The text with the values in it too; only for people, who cannot bind. */
    static String toRead(Statement statement) {
        return filled(statement, SqlText::literal);
    }

    /** One pass: a question mark in a name, or a {@code %I} in a value, is no place. */
    private static String filled(Statement statement, Function<Value, String> shown) {
        var names = statement.names().iterator();
        var values = statement.values().iterator();
        var places = PLACE.matcher(statement.text());
        var out = new StringBuilder();
        while (places.find()) {
            var filling = places.group().equals("?")
                    ? shown.apply(next(values, statement))
                    : identifier(next(names, statement).text());
            places.appendReplacement(out, Matcher.quoteReplacement(filling));
        }
        if (names.hasNext() || values.hasNext()) {
            throw new IllegalArgumentException("too many parameters for: " + statement.text());
        }
        return places.appendTail(out).toString();
    }

    private static Value next(Iterator<Value> given, Statement statement) {
        if (!given.hasNext()) {
            throw new IllegalArgumentException("too few parameters for: " + statement.text());
        }
        return given.next();
    }

    /** @throws IllegalArgumentException when it is empty, longer than 63 bytes, or holds NUL */
    static String identifier(String name) {
        var bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    Printable.quoted(name) + " is no PostgreSQL name: 1 to 63 bytes without NUL make one");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(Value value) {
        return switch (value) {
            case Value.Plain(var json) when json.isNull() -> "NULL";
            case Value.Saved(var name) -> "'${" + name + "}'";
            case Value.Found(var at) -> "'${found" + at.value() + "}'";
            case Value.Item(var at) -> "'${" + at.value().replaceFirst("^/", "") + "}'";
            case Value.Secret(var name, var _, var _) -> "'${secret:" + name + "}'";
            case Value.Sealed(var name, var _) -> "'${secret:" + name + "}'";
            case Value.Key _ -> "'${key}'";
            case Value.Plain _, Value.Tree _, Value.Row _ -> "'" + value.text().replace("'", "''") + "'";
        };
    }
}
