package dev.cordon.document;

import dev.cordon.document.Node.Entry;
import dev.cordon.document.Node.Form;
import dev.cordon.document.Node.Scalar;
import dev.cordon.document.Node.Sequence;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Builds the tree from JSON (RFC 8259). A reader of its own, because YAML is no strict superset: it would take
 * comments, trailing commas and words without quotes.
 */
final class JsonTree {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(TreeRules.DEEPEST + 2) // TooDeep comes first
                    .build())
            .build();

    private final String source;
    private final String text;
    private final Columns columns;
    private final Problems problems;

    JsonTree(String source, String text, Problems problems) {
        this.source = source;
        this.text = text;
        this.columns = new Columns(text);
        this.problems = problems;
    }

    Optional<Node> read() {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            var root = node(parser, 0);
            if (parser.nextToken() != null) {
                problems.add(place(parser.currentTokenLocation()), "a second document begins here; one is read");
            }
            return Optional.of(root);
        } catch (TooDeep e) {
            e.addTo(problems);
        } catch (StreamConstraintsException e) {
            problems.add(place(e.getLocation()), "is too large: " + Printable.of(e.getOriginalMessage()));
        } catch (JacksonException e) {
            problems.add(place(e.getLocation()), "is no JSON: " + Printable.of(e.getOriginalMessage()));
        }
        return Optional.empty();
    }

    private Node node(JsonParser parser, int depth) {
        var place = place(parser.currentTokenLocation());
        TooDeep.refuse(depth, place);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, place, depth);
            case START_ARRAY -> sequence(parser, place, depth);
            case VALUE_STRING -> TreeRules.scalar(parser.getString(), Form.QUOTED, place, problems);
            default -> new Scalar(parser.getString(), Form.PLAIN, place);
        };
    }

    private Node mapping(JsonParser parser, Place place, int depth) {
        var entries = new ArrayList<Entry>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key =
                    TreeRules.scalar(parser.currentName(), Form.QUOTED, place(parser.currentTokenLocation()), problems);
            parser.nextToken();
            entries.add(new Entry(key, node(parser, depth + 1)));
        }
        return TreeRules.mapping(entries, place, problems);
    }

    private Node sequence(JsonParser parser, Place place, int depth) {
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, depth + 1));
        }
        return new Sequence(items, place);
    }

    private Place place(@Nullable TokenStreamLocation location) {
        if (location == null || location.getCharOffset() < 0) {
            return Place.of(source);
        }
        var offset = (int) Math.min(location.getCharOffset(), text.length());
        var column = Math.min(location.getColumnNr(), offset + 1);
        return new Place(source, location.getLineNr(), columns.column(offset, column));
    }
}
