package dev.cordon.crash;

import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A platform that outlives the processes which act on it, with names and values, with the time and a clock to be set.
 *
 * <p>It shows what became of a name later where that is called {@code lagging}, and says {@code starting} for a while
 * where it is called {@code slow}. A call may still be under way when the process that sent it is dead. Safe for any
 * number of threads.
 */
final class Vendor {

    /** How long a call may take to arrive once nobody waits for its answer: what the transport promises. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LAG = Duration.ofSeconds(4);
    private static final Duration STARTING = Duration.ofSeconds(20);
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private record Due(Instant at, int number, Runnable what) {}

    private final Map<String, String> real;
    private final Map<String, String> shown;
    private final Map<String, Integer> made = new TreeMap<>();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private final List<List<String>> carriedOut = new ArrayList<>();
    private Instant now = START;
    private Duration clockIsAhead = Duration.ZERO;
    private int number;

    Vendor(Map<String, String> initial) {
        this.real = new TreeMap<>(initial);
        this.shown = new TreeMap<>(initial);
    }

    /** What the process under test believes the time to be. */
    synchronized Instant clock() {
        return now.plus(clockIsAhead);
    }

    /** Somebody sets it, also back. */
    synchronized void setClock(Duration ahead) {
        clockIsAhead = ahead;
    }

    synchronized Duration elapsed() {
        return Duration.between(START, now);
    }

    synchronized void pass(Duration time) {
        var until = now.plus(time);
        while (!due.isEmpty() && !due.element().at().isAfter(until)) {
            var next = due.remove();
            now = next.at();
            next.what().run();
        }
        now = until;
    }

    /** What is so, whatever is shown of it. */
    synchronized Map<String, String> real() {
        return new TreeMap<>(real);
    }

    /** Every call that changed something or tried to, in the order in which they took effect. */
    synchronized List<List<String>> carriedOut() {
        return List.copyOf(carriedOut);
    }

    /** Takes effect only then: its sender is dead. */
    synchronized void arrivesLate(List<String> words, Duration after) {
        due.add(new Due(now.plus(after), number++, () -> carryOut(words)));
    }

    synchronized Answer carryOut(List<String> words) {
        var name = words.size() == 1 ? "" : words.get(1);
        return switch (words.getFirst()) {
            case "list" -> ok(listing());
            case "members" -> ok(members(name));
            case "get" -> ok(looked(name));
            default -> {
                carriedOut.add(words);
                yield change(words, name);
            }
        };
    }

    private Answer change(List<String> words, String name) {
        return switch (words.getFirst()) {
            case "set" -> becomes(name, words.get(2));
            case "add" -> becomes(name, Integer.toString(count(name) + 1));
            case "subtract" -> count(name) == 1 ? removed(name) : becomes(name, Integer.toString(count(name) - 1));
            case "create" -> becomes(name, name + "#" + made.merge(name, 1, Integer::sum));
            case "delete" -> removed(name.substring(0, name.indexOf('#')));
            case "remove" -> real.containsKey(name) ? removed(name) : ok(JsonNodeFactory.instance.objectNode());
            default -> new Answer.Rejected("418", new VendorText("no"));
        };
    }

    private int count(String name) {
        return Integer.parseInt(real.getOrDefault(name, "0"));
    }

    private Answer removed(String name) {
        if (real.remove(name) == null) {
            return new Answer.NotFound(new VendorText("no " + name));
        }
        showLater(name);
        return ok(JsonNodeFactory.instance.objectNode());
    }

    private Answer becomes(String name, String value) {
        if (name.contains("slow") && !real.containsKey(name)) {
            shown.put(name, "starting");
        }
        real.put(name, value);
        showLater(name);
        return ok(JsonNodeFactory.instance.objectNode());
    }

    private void showLater(String name) {
        if (name.contains("lagging")) {
            due.add(new Due(now.plus(LAG), number++, () -> show(name)));
        } else if (name.contains("slow") && real.containsKey(name)) {
            due.add(new Due(now.plus(STARTING), number++, () -> show(name)));
        } else {
            show(name);
        }
    }

    private void show(String name) {
        if (real.containsKey(name)) {
            shown.put(name, real.get(name));
        } else {
            shown.remove(name);
        }
    }

    private ObjectNode listing() {
        var all = JsonNodeFactory.instance.objectNode();
        shown.forEach(all::put);
        var answer = JsonNodeFactory.instance.objectNode();
        answer.set("all", all);
        return answer;
    }

    private ObjectNode members(String prefix) {
        var answer = JsonNodeFactory.instance.objectNode();
        var rows = answer.putArray("rows");
        shown.keySet().stream()
                .filter(name -> name.startsWith(prefix + ".member-"))
                .forEach(name -> rows.addObject().put("key", name));
        return answer;
    }

    private ObjectNode looked(String name) {
        var answer = JsonNodeFactory.instance.objectNode().put("found", shown.containsKey(name));
        if (shown.containsKey(name)) {
            answer.put("value", shown.get(name));
        }
        return answer;
    }

    private static Answer ok(ObjectNode body) {
        return new Answer.Ok(body);
    }
}
