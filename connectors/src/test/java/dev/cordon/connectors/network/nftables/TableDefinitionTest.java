package dev.cordon.connectors.network.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.FirewallBlock.Direction;
import dev.cordon.plan.Canonical;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is said of a listed table, from canned listings: no root, no nft. */
class TableDefinitionTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final BlockTable table = new BlockTable(65_536);

    @Test
    void handles_counts_and_the_spelling_of_a_single_flag_are_no_change() {
        var listing = listing(text -> text.replace("[\"timeout\"]", "\"timeout\"")
                .replace("\"packets\":0", "\"packets\":17")
                .replace("{\"family\"", "{\"handle\":4,\"family\""));

        assertThat(table.definition().unlike(Listing.of(listing))).isEmpty();
    }

    @Test
    void a_host_without_names_of_protocols_lists_their_numbers() {
        var numbers = listing(text -> text.replace("[\"tcp\",\"udp\"]", "[6,17]"));
        var others = listing(text -> text.replace("[\"tcp\",\"udp\"]", "[6,132]"));

        assertThat(table.definition().unlike(Listing.of(numbers))).isEmpty();
        assertThat(table.definition().unlike(Listing.of(others))).contains("rules of chain inbound");
    }

    @Test
    void what_was_changed_is_said_in_words() {
        var accepting = listing(text -> text.replace("{\"drop\":null}", "{\"accept\":null}"));
        var foreign = listing(text -> text.replace("\"name\":\"in4\"", "\"name\":\"other\""));

        assertThat(table.definition().unlike(Listing.of(accepting)))
                .isEqualTo("in table inet cordon: rules of chain blocked not as Cordon made them");
        assertThat(table.definition().unlike(Listing.of(foreign)))
                .contains("map in4 is missing")
                .contains("map other not Cordon's");
    }

    @Test
    void a_table_that_is_not_there_is_neither_in_force_nor_drift() {
        var seen = new BlockView(table).of(Canonical.parse("{\"nftables\": []}"), arguments());

        assertThat(seen.path("there").booleanValue()).isFalse();
        assertThat(seen.path("in_force").booleanValue()).isFalse();
        assertThat(seen.path("drift").stringValue()).isEmpty();
    }

    @Test
    void an_answer_of_another_shape_is_not_read() {
        var view = new BlockView(table);

        assertThatThrownBy(() -> view.of(Canonical.parse("{\"tables\": []}"), arguments()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private JsonNode listing(UnaryOperator<String> change) {
        var listed = JSON.arrayNode().add(table.json().itself());
        table.definition().objects().forEach(listed::add);
        return Canonical.parse(
                change.apply(JSON.objectNode().set("nftables", listed).toString()));
    }

    private static JsonNode arguments() {
        var entries = JSON.arrayNode();
        BlockEntry.of(FirewallBlockTest.block("198.51.100.7", Direction.BOTH))
                .forEach(entry -> entries.add(entry.json()));
        return JSON.objectNode().set("entries", entries);
    }
}
