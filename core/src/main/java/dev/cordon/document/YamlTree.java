package dev.cordon.document;

import dev.cordon.document.Node.Entry;
import dev.cordon.document.Node.Form;
import dev.cordon.document.Node.Scalar;
import dev.cordon.document.Node.Sequence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree from YAML's events, one by one, so that nothing is expanded, constructed or guessed: an alias is a
 * problem and not a copy, a tag is a problem and not a class, {@code no} is two letters.
 */
final class YamlTree {

    private static final String TAG = "a tag ('!') is not read; leave it out, or quote the text";

    private final String source;
    private final Problems problems;

    YamlTree(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Empty when the text is no YAML; problems with single nodes leave a tree, so that the rest is looked at too. */
    Optional<Node> read(String text) {
        try {
            var events = new Parse(LoadSettings.builder()
                            .setLabel(source)
                            .setCodePointLimit(Documents.LARGEST)
                            .build())
                    .parseString(text)
                    .iterator();
            events.next(); // the stream begins
            if (events.next().getEventId() == Event.ID.StreamEnd) {
                problems.add(Place.of(source), "is empty");
                return Optional.empty();
            }
            var root = node(events.next(), events, 0);
            events.next(); // the document ends
            refuseSecondDocument(events.next());
            return Optional.of(root);
        } catch (TooDeep e) {
            e.addTo(problems);
        } catch (MarkedYamlEngineException e) {
            problems.add(place(e.getProblemMark()), complaint(String.valueOf(e.getProblem())));
        } catch (YamlEngineException e) {
            problems.add(Place.of(source), "is no YAML: " + Printable.of(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /** What the parser says quotes single characters, but for the name of a tag, which may be a password. */
    private static String complaint(String problem) {
        return problem.contains("tag handle") ? TAG : "is no YAML: " + Printable.of(problem);
    }

    private void refuseSecondDocument(Event next) {
        if (next.getEventId() != Event.ID.StreamEnd) {
            problems.add(place(next.getStartMark()), "a second document begins here; one is read");
        }
    }

    private Node node(Event event, Iterator<Event> events, int depth) {
        var place = place(event.getStartMark());
        TooDeep.refuse(depth, place);
        if (event instanceof NodeEvent node) {
            refuseAnchor(node, place);
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, place);
            case SequenceStartEvent start -> sequence(start, place, events, depth);
            case MappingStartEvent start -> mapping(start, place, events, depth);
            case AliasEvent _ -> new Scalar("?", Form.QUOTED, place);
            default -> throw new IllegalStateException("no node begins with " + event);
        };
    }

    private Scalar scalar(ScalarEvent event, Place place) {
        refuseTag(event.getTag(), place);
        return TreeRules.scalar(event.getValue(), event.isPlain() ? Form.PLAIN : Form.QUOTED, place, problems);
    }

    private Node sequence(SequenceStartEvent start, Place place, Iterator<Event> events, int depth) {
        refuseTag(start.getTag(), place);
        var items = new ArrayList<Node>();
        for (var event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, events, depth + 1));
        }
        return new Sequence(items, place);
    }

    private Node mapping(MappingStartEvent start, Place place, Iterator<Event> events, int depth) {
        refuseTag(start.getTag(), place);
        var entries = new ArrayList<Entry>();
        for (var event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            var key = node(event, events, depth + 1);
            var value = node(events.next(), events, depth + 1);
            if (key instanceof Scalar name) {
                entries.add(new Entry(name, value));
            } else {
                problems.add(key.place(), "a key is a word; this one is " + key.described());
            }
        }
        return TreeRules.mapping(entries, place, problems);
    }

    /** Names nothing that it found: a password may begin with such a character. */
    private void refuseAnchor(NodeEvent event, Place place) {
        if (event instanceof AliasEvent) {
            problems.add(place, "an alias ('*') is not read; write the value out, or quote the text");
        } else if (event.getAnchor().isPresent()) {
            problems.add(place, "an anchor ('&') is not read; leave it out, or quote the text");
        }
    }

    private void refuseTag(Optional<String> tag, Place place) {
        tag.ifPresent(_ -> problems.add(place, TAG));
    }

    private Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(source, at.getLine() + 1, at.getColumn() + 1))
                .orElse(Place.of(source));
    }
}
