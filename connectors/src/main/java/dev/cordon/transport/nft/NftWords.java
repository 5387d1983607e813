package dev.cordon.transport.nft;

import dev.cordon.operation.NftTransaction;
import dev.cordon.operation.Value;
import dev.cordon.transport.program.ShellText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The commands of a transaction as nft itself would have them, near enough for somebody who reads a plan. */
final class NftWords {

    private NftWords() {}

    /** The shortest alternative line by line; of the others, what they do beside it. */
    static String of(NftTransaction transaction) {
        var alternatives = transaction.alternatives().stream()
                .filter(commands -> !commands.isEmpty())
                .map(commands -> commands.stream().map(NftWords::words).toList())
                .distinct()
                .sorted(Comparator.comparingInt(List::size))
                .toList();
        var shortest = alternatives.isEmpty() ? List.<String>of() : alternatives.getFirst();
        var text = new StringBuilder(String.join("\n", shortest));
        alternatives.stream()
                .skip(1)
                .forEach(other ->
                        text.append("\nor, in the same transaction, also: ").append(beside(shortest, other)));
        return text.toString();
    }

    private static String beside(List<String> shortest, List<String> other) {
        var more = other.stream().filter(words -> !shortest.contains(words)).toList();
        var named = more.stream().filter(words -> words.contains(" table ")).findFirst();
        return named.map(table -> table + (more.size() == 1 ? "" : " (" + more.size() + " commands)"))
                .orElseGet(() -> more.size() + " commands");
    }

    private static String words(Value command) {
        var json = command.with(promise -> Value.of(ShellText.promise(promise))).json();
        var verb = json.properties().iterator().next();
        var object = verb.getValue().properties().iterator().next();
        var of = object.getValue();
        var names = List.of("family", "table", "chain", "name").stream()
                .filter(of::has)
                .map(name -> of.path(name).stringValue(""))
                .collect(Collectors.joining(" "));
        return (verb.getKey() + " " + object.getKey() + " " + names + detail(of)).strip();
    }

    private static String detail(JsonNode of) {
        if (of.has("elem") && of.path("elem").isArray()) {
            return " { " + joined(of.path("elem")) + " }";
        }
        if (of.has("hook")) {
            return " at " + of.path("hook").stringValue("") + ", priority " + of.path("prio");
        }
        return of.has("expr") ? ": " + of.path("expr") : "";
    }

    private static String joined(JsonNode elements) {
        return StreamSupport.stream(elements.spliterator(), false)
                .map(NftWords::element)
                .collect(Collectors.joining(", "));
    }

    /** Of a pair in a map, its key; what it leads to is the same for all. */
    private static String element(JsonNode element) {
        if (element.isArray()) {
            return element(element.path(0));
        }
        if (element.has("elem")) {
            var inner = element.path("elem");
            var timeout = inner.has("timeout") ? " timeout " + inner.path("timeout") + "s" : "";
            return element(inner.path("val")) + timeout;
        }
        if (element.has("prefix")) {
            return element.at("/prefix/addr").stringValue("") + "/" + element.at("/prefix/len");
        }
        if (element.has("range")) {
            return text(element.at("/range/0")) + "-" + text(element.at("/range/1"));
        }
        return text(element);
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }
}
