package dev.cordon.connectors.network.nftables;

import dev.cordon.plan.View;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The view {@code nft/blocks}: from a listing of the shared table to what stands in it of the given entries.
 *
 * <pre>
 * {"there": true,       the table exists
 *  "drift": "",         what somebody changed in it, in words
 *  "idle": false,       it is there, unchanged, and holds no element at all
 *  "in_force": true,    it is unchanged and holds every entry
 *  "entries": [{"way": "inbound", "key": …, "present": true, "seconds_left": 86399, "within": […], "around": […]}]}
 * </pre>
 *
 * <p>{@code seconds_left} only where the kernel will release it, or the element that contains it; {@code within} are the keys of elements of the same
 * map that contain the entry, {@code around} of those that overlap it otherwise.
 */
record BlockView(BlockTable table) implements View {

    static final String NAME = "nft/blocks";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public JsonNode of(JsonNode answer, JsonNode arguments) {
        var listing = Listing.of(answer);
        var drift = listing.there() ? table.definition().unlike(listing) : "";
        var sound = listing.there() && drift.isEmpty();
        var entries = JSON.arrayNode();
        var all = true;
        for (var wanted : arguments.path("entries").values()) {
            var entry = entry(wanted, listing);
            all &= entry.path("present").booleanValue(false);
            entries.add(entry);
        }
        return JSON.objectNode()
                .put("there", listing.there())
                .put("drift", drift)
                .put("idle", sound && !listing.hasElements())
                .put("in_force", sound && all)
                .set("entries", entries);
    }

    private static ObjectNode entry(JsonNode wanted, Listing listing) {
        var key = wanted.path("key");
        var span = Span.of(key).orElseThrow(() -> new IllegalArgumentException("no key: " + key));
        var entry =
                JSON.objectNode().put("way", wanted.path("way").stringValue("")).put("present", false);
        var within = JSON.arrayNode();
        var around = JSON.arrayNode();
        for (var element : listing.elements().getOrDefault(wanted.path("map").stringValue(""), List.of())) {
            var other = Span.of(key(element));
            if (other.isEmpty() || !other.get().overlaps(span)) {
                continue;
            }
            if (other.get().equals(span)) {
                entry.put("present", true);
            } else {
                (other.get().contains(span) ? within : around).add(key(element));
            }
            if (other.get().contains(span)) {
                secondsLeft(element).ifPresent(seconds -> entry.put("seconds_left", seconds));
            }
        }
        return entry.set("key", key).set("within", within).set("around", around);
    }

    /** Elements are {@code [key, verdict]}; a key with a timeout is wrapped: {@code {"elem": {"val": key, …}}}. */
    private static JsonNode key(JsonNode element) {
        var key = element.path(0);
        return key.has("elem") ? key.at("/elem/val") : key;
    }

    private static Optional<Long> secondsLeft(JsonNode element) {
        var expires = element.path(0).at("/elem/expires");
        return expires.isNumber() ? Optional.of(expires.longValue()) : Optional.empty();
    }
}
