package dev.cordon.journal;

import dev.cordon.document.Printable;
import dev.cordon.journal.Verification.Broken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far a run had come, noted in a place that nobody who can write the journal can write: there it shows what a chain
 * alone cannot, that its end was cut off or that all of it was written anew.
 *
 * @param entries how many there were
 * @param head the hash of the last one
 */
public record Anchor(RunId run, long entries, String head) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Anchor {
        if (entries < 1 || !HASH.matcher(head).matches()) {
            throw new IllegalArgumentException("an anchor has at least one entry and a hash of 64 hex digits");
        }
    }

    /** As {@link #parse} reads it, on one line. */
    public ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("run", run.value())
                .put("entries", entries)
                .put("head", head);
    }

    /**
     * Of such a line; what stands before the brace is passed over, since syslog(3) puts time and host there.
     *
     * @throws IllegalArgumentException where it holds none
     */
    public static Anchor parse(String line) {
        try {
            var json = JSON.readTree(line.substring(Math.max(0, line.indexOf('{'))));
            return new Anchor(
                    new RunId(json.path("run").asString("")),
                    json.path("entries").asLong(0),
                    json.path("head").asString(""));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException("no anchor: " + Printable.quoted(line), e);
        }
    }

    /** What shows that the run was not only added to since; empty where nothing does. */
    Optional<Broken> contradiction(List<Entry> now) {
        if (now.size() < entries) {
            return Optional.of(new Broken(
                    now.size() + 1L,
                    "it had " + entries + " entries when it was anchored and has " + now.size()
                            + " now: its end was cut off"));
        }
        return now.get(Math.toIntExact(entries - 1)).hash().equals(head)
                ? Optional.empty()
                : Optional.of(new Broken(entries, "entry " + entries + " is another one than was anchored"));
    }
}
