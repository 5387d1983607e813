package dev.cordon.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.PlatformName;
import dev.cordon.plan.Canonical;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ChangesTest {

    private static final PlatformName ON = new PlatformName("edge");
    private static final JsonNode DOCUMENT = Canonical.parse("""
            {"mode": "open", "rules": [{"id": 1, "to": "a"}, {"id": 2, "to": "b"}], "names": ["x", "y"]}""");

    @Test
    void an_element_is_put_at_the_end_and_found_by_its_key() {
        var put = Change.put("/rules", "/id", value("{\"id\": 3}"));

        assertThat(made(put).at("/rules/2/id").intValue()).isEqualTo(3);
        assertThat(made(Change.put("/names", "", Value.of("z"))).at("/names")).isEqualTo(json("[\"x\",\"y\",\"z\"]"));
    }

    @Test
    void an_element_with_the_same_key_is_somebody_elses_and_stays() {
        assertThat(refused(Change.put("/rules", "/id", value("{\"id\": 2, \"to\": \"c\"}"))))
                .isEqualTo("there is one already at /rules of 2");
        assertThat(refused(Change.drop("/rules", "/id", value("{\"id\": 2, \"to\": \"c\"}"), 1)))
                .contains("changed since at /rules", "\"to\":\"b\"");
    }

    @Test
    void a_value_that_is_not_as_it_was_read_is_not_overwritten() {
        assertThat(refused(Change.replace("/mode", Value.of("closed"), Value.of("shut"))))
                .isEqualTo("changed since at /mode: \"open\"");
        assertThat(refused(new Change.Replace(new Pointer("/mode"), null, Value.of("shut"))))
                .isEqualTo("changed since at /mode: \"open\"");
        assertThat(refused(Change.drop("/rules", "/id", value("{\"id\": 9}"), 0)))
                .isEqualTo("there are 0 at /rules of 9");
    }

    @Test
    void a_list_or_a_place_that_is_not_there_is_refused() {
        assertThat(refused(Change.put("/mode", "", Value.of("x")))).isEqualTo("there is no list at /mode");
        assertThat(refused(new Change.Replace(new Pointer("/rules/7"), null, Value.of("x"))))
                .isEqualTo("there is no such place: /rules/7");
    }

    @Test
    void all_changes_are_made_or_none() {
        var document = DOCUMENT.deepCopy();
        var good = Change.replace("/mode", Value.of("open"), Value.of("shut"));
        var bad = Change.replace("/mode", Value.of("open"), Value.of("ajar"));

        assertThat(Changes.in(document, List.of(good, bad))).isInstanceOf(Changes.Result.Refused.class);
        assertThat(document).isEqualTo(DOCUMENT);
    }

    @Test
    void numbers_are_the_same_however_they_are_held_and_fields_in_any_order() {
        assertThat(made(Change.drop("/rules", "/id", value("{\"to\": \"b\", \"id\": 2.0}"), 1))
                        .at("/rules"))
                .hasSize(1);
    }

    @Test
    void an_edit_whose_write_does_not_name_the_version_is_none() {
        var read = HttpCall.get(Terms.read(ON), "/list");
        var write = HttpCall.put(Terms.write(ON), "/list").json(Value.found("/body"));
        var changes = List.of(Change.put("/body", "", Value.of("x")));

        assertThatThrownBy(() -> new Edit(read, new Pointer("/headers/etag"), changes, write))
                .hasMessageContaining("must name the version that was read");
    }

    @Test
    void a_key_in_a_change_names_its_step_since_the_undo_has_another() {
        var read = HttpCall.get(Terms.read(ON), "/list");
        var write = HttpCall.put(Terms.write(ON), "/list").json(Value.found("/body"));
        var changes = List.of(Change.put("/body/list", "", Value.key()));

        assertThatThrownBy(() -> new Edit(read, new Pointer("/body"), changes, write))
                .hasMessageContaining("must name its step");
    }

    private static JsonNode made(Change change) {
        return switch (Changes.in(DOCUMENT, List.of(change))) {
            case Changes.Result.Made(var document) -> document;
            case Changes.Result.Refused(var why) -> throw new AssertionError(why);
        };
    }

    private static String refused(Change change) {
        return switch (Changes.in(DOCUMENT, List.of(change))) {
            case Changes.Result.Made(var document) -> throw new AssertionError(document.toString());
            case Changes.Result.Refused(var why) -> why;
        };
    }

    private static Value value(String json) {
        return Value.of(json(json));
    }

    private static JsonNode json(String json) {
        return Canonical.parse(json);
    }
}
