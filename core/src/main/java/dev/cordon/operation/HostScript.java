package dev.cordon.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One operation of the fixed script that Cordon runs on a host: nothing is installed there, and every argument crosses
 * as data, in base64.
 *
 * <p>The answer is the object that the script prints, its base64 texts decoded.
 *
 * @param host as the platform's inventory names it
 * @param script the operation's name in the script, for example {@code proc.kill}; constant text of the connector
 * @param arguments by name; each becomes one text
 */
@JsonTypeName("host_script")
public record HostScript(Terms terms, String host, String script, SortedMap<String, Value> arguments)
        implements Operation {

    public HostScript {
        requireNonNull(terms, "terms");
        requireNonNull(host, "host");
        requireNonNull(script, "script");
        Value.refuseSecrets("the arguments of a script", arguments.values());
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    }

    /** Without any argument yet. */
    public static HostScript of(Terms terms, String host, String script) {
        return new HostScript(terms, host, script, new TreeMap<>());
    }

    public HostScript argument(String name, Value value) {
        var more = new TreeMap<>(arguments);
        more.put(name, value);
        return new HostScript(terms, host, script, more);
    }

    public HostScript argument(String name, String text) {
        return argument(name, Value.of(text));
    }

    public HostScript argument(String name, long number) {
        return argument(name, Value.of(number));
    }

    @Override
    public HostScript with(UnaryOperator<Value> promise) {
        var kept = new TreeMap<String, Value>();
        arguments.forEach((name, value) -> kept.put(name, value.with(promise)));
        return new HostScript(terms, host, script, kept);
    }
}
