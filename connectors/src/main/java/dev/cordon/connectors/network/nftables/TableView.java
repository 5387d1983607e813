package dev.cordon.connectors.network.nftables;

import dev.cordon.plan.View;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The view {@code nft/table}: whether a listed table is exactly the one that the arguments define.
 *
 * <pre>
 * {"there": true, "same": true, "drift": "", "counters": {"in": {"packets": 17, "bytes": 1428}}}
 * </pre>
 *
 * <p>The definition travels in the stored plan, so a later version judges the table that this one made.
 */
record TableView() implements View {

    static final String NAME = "nft/table";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static JsonNode arguments(TableDefinition definition) {
        var objects = JSON.arrayNode();
        definition.objects().forEach(objects::add);
        return JSON.objectNode().put("table", definition.json().table()).set("objects", objects);
    }

    @Override
    public JsonNode of(JsonNode answer, JsonNode arguments) {
        var definition = new TableDefinition(
                new TableJson(arguments.path("table").stringValue("")),
                List.copyOf(arguments.path("objects").values()));
        var listing = Listing.of(answer);
        var drift = listing.there() ? definition.unlike(listing) : "";
        return JSON.objectNode()
                .put("there", listing.there())
                .put("same", listing.there() && drift.isEmpty())
                .put("drift", drift)
                .set("counters", counters(listing));
    }

    private static JsonNode counters(Listing listing) {
        var counters = JSON.objectNode();
        for (var object : listing.objects()) {
            var counter = object.path("counter");
            if (counter.isObject()) {
                var counts = JSON.objectNode();
                List.of("packets", "bytes").forEach(name -> counts.set(name, counter.path(name)));
                counters.set(counter.path("name").stringValue(""), counts);
            }
        }
        return counters;
    }
}
