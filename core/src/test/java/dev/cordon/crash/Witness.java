package dev.cordon.crash;

import dev.cordon.journal.Event;
import dev.cordon.operation.Command;
import dev.cordon.operation.Value;
import dev.cordon.plan.Canonical;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the journal has acknowledged to processes that may be dead by now, and what they sent. Says at once what must
 * never be: a call without its intent on record. Safe for any number of threads.
 */
final class Witness {

    private final Map<String, Map<Long, String>> acknowledged = new TreeMap<>();
    private final Map<List<String>, Integer> intended = new HashMap<>();
    private final List<List<String>> sent = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    synchronized void recorded(Message.Recorded entry) {
        var before =
                acknowledged.computeIfAbsent(entry.run(), _ -> new TreeMap<>()).put(entry.seq(), entry.body());
        if (before != null) {
            wrong.add("entry " + entry.seq() + " was acknowledged twice: " + before + " and " + entry.body());
        }
        if (Canonical.read(entry.body(), Event.class) instanceof Event.Intended(var _, var operation)) {
            intended.merge(words(Canonical.read(operation.toString(), Command.class)), 1, Integer::sum);
        }
    }

    /** A call that is to change something has left its process. */
    synchronized void sent(List<String> words) {
        sent.add(words);
        var times = sent.stream().filter(words::equals).count();
        if (times > intended.getOrDefault(words, 0)) {
            wrong.add("sent without its intent on record: " + words);
        }
    }

    static List<String> words(Command command) {
        return command.argv().stream().map(Value::text).toList();
    }

    /** By run, then by place. */
    synchronized Map<String, Map<Long, String>> acknowledged() {
        return new TreeMap<>(acknowledged);
    }

    synchronized List<List<String>> sent() {
        return List.copyOf(sent);
    }

    /** What must never be; empty where all is well. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }
}
