package dev.cordon.connectors.network.nftables;

import dev.cordon.action.BlockTarget;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.PlatformName;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One element of one map: what is blocked in one direction.
 *
 * @param whom has what is blocked
 */
record BlockEntry(Way way, String map, JsonNode key, String text, List<Subject> whom) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One for each direction; none for a domain, which is no element of any map. */
    static List<BlockEntry> of(FirewallBlock request) {
        return Way.of(request.direction()).stream()
                .flatMap(way -> of(way, request.blocked()).stream())
                .toList();
    }

    private static Optional<BlockEntry> of(Way way, BlockTarget target) {
        return switch (target) {
            case BlockTarget.Addresses(var range) ->
                Optional.of(new BlockEntry(
                        way,
                        BlockTable.map(way, range),
                        Statements.range(range),
                        range.shortest(),
                        List.of(new Subject.Addresses(range))));
            case BlockTarget.Ports(var range) ->
                Optional.of(new BlockEntry(
                        way, BlockTable.map(way, range), BlockTable.key(range), "port " + range, List.of()));
            case BlockTarget.Domain _ -> Optional.empty();
        };
    }

    /** As it is added; the kernel keeps it as long as it {@code lasts}, for ever where that is empty. */
    Value added(TableJson table, Optional<Duration> lasts) {
        var timed = lasts.map(time ->
                TableJson.wrapped("elem", JSON.objectNode().set("val", key).put("timeout", time.toSeconds())));
        var pair = JSON.arrayNode().add(timed.orElse(key)).add(Statements.goTo(BlockTable.BLOCKED));
        return Value.of(TableJson.wrapped("add", table.elements(map, pair)));
    }

    Value deleted(TableJson table) {
        return Value.of(TableJson.wrapped("delete", table.elements(map, key)));
    }

    Asset asset(PlatformName on) {
        return asset(on, text);
    }

    /** The asset of another block of the same direction. */
    Asset asset(PlatformName on, String blocked) {
        return new Asset(on, "block", way.word() + " " + blocked, List.of(blocked + " " + way.word()), whom);
    }

    /** For a view's arguments. */
    JsonNode json() {
        return JSON.objectNode().put("way", way.word()).put("map", map).set("key", key);
    }
}
