package dev.cordon.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** For random documents and random changes to them, which know what they found. */
final class ChangeProperties {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property
    void changes_taken_back_restore_the_document(@ForAll long seed) {
        var random = new Random(seed);
        var document = document(random);
        var changes = new ArrayList<Change>();
        JsonNode changed = document;
        for (var i = 0; i <= random.nextInt(6); i++) {
            var change = change(changed, random);
            changes.add(change);
            changed = made(changed, List.of(change));
        }

        var there = made(document, changes);
        var back = made(there, changes.reversed().stream().map(Change::inverse).toList());

        assertThat(there).isEqualTo(changed);
        assertThat(back).isEqualTo(document);
    }

    @Property
    void no_change_can_be_made_twice(@ForAll long seed) {
        var random = new Random(seed);
        var document = document(random);
        var change = change(document, random);

        var once = made(document, List.of(change));

        assertThat(Changes.in(once, List.of(change))).isInstanceOf(Changes.Result.Refused.class);
    }

    private static JsonNode made(JsonNode document, List<Change> changes) {
        return switch (Changes.in(document, changes)) {
            case Changes.Result.Made(var made) -> made;
            case Changes.Result.Refused(var why) -> throw new AssertionError(why + " in " + document + ": " + changes);
        };
    }

    private static ObjectNode document(Random random) {
        var document = JSON.objectNode().put("mode~/'", random.nextInt(3));
        var list = document.putObject("deep").putArray("list");
        for (var i = 0; i < random.nextInt(5); i++) {
            list.addObject().put("id", i).put("to", random.nextInt());
        }
        return document;
    }

    private static Change change(JsonNode document, Random random) {
        var list = document.at("/deep/list");
        return switch (random.nextInt(list.isEmpty() ? 1 : 0, 4)) {
            case 0 -> {
                var index = random.nextInt(list.size());
                yield Change.drop("/deep/list", "/id", Value.of(list.get(index)), index);
            }
            case 1 -> replace(document, "/mode~0~1'", random);
            case 2 -> replace(document, "/deep/new", random);
            default -> {
                var element = JSON.objectNode().put("id", random.nextInt(1_000, Integer.MAX_VALUE));
                var at = random.nextBoolean() ? null : random.nextInt(list.size() + 1);
                yield new Change.Put(new Pointer("/deep/list"), new Pointer("/id"), Value.of(element), at);
            }
        };
    }

    private static Change replace(JsonNode document, String at, Random random) {
        var found = document.at(at);
        var to = Value.of(random.nextInt(10, Integer.MAX_VALUE));
        return found.isMissingNode()
                ? new Change.Replace(new Pointer(at), null, to)
                : new Change.Replace(new Pointer(at), Value.of(found), random.nextBoolean() ? to : null);
    }
}
