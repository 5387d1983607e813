package dev.cordon.connectors.network.nftables;

import dev.cordon.plan.Facts;
import dev.cordon.plan.Shown;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What stands in the shared table of the entries that a request would add.
 *
 * <p>Only of these: other blocks come and go, and undo answers for its own.
 *
 * @param drift what somebody changed in the table, in words; empty for nothing, and where there is no table
 * @param tools those of {@link Tools} that are installed
 * @param caller Cordon's own path to a host over SSH; null on this machine
 * @param assumed nothing was read
 */
record StandingBlocks(
        String drift,
        List<Standing> entries,
        List<String> tools,
        @Nullable Caller caller,
        boolean assumed) implements Facts {

    StandingBlocks {
        entries = List.copyOf(entries);
        tools = List.copyOf(tools);
    }

    /**
     * One entry of the request.
     *
     * @param way {@code inbound} or {@code outbound}
     * @param present it is blocked by an equal element
     * @param timed the kernel will release that one, or the one that contains it
     * @param within elements of the same map that contain it
     * @param around elements of the same map that overlap it otherwise: the map takes no overlaps
     * @param secondsLeft until the kernel does; empty where it does not
     */
    record Standing(
            String way,
            boolean present,
            boolean timed,
            List<String> within,
            List<String> around,
            Optional<Shown<Long>> secondsLeft) {

        Standing {
            within = List.copyOf(within);
            around = List.copyOf(around);
        }

        static Standing nothing(Way way) {
            return new Standing(way.word(), false, false, List.of(), List.of(), Optional.empty());
        }

        /** Where its effect is in force already, by which block. */
        Optional<String> coveredBy(BlockEntry entry) {
            return present ? Optional.of(entry.text()) : within.stream().findFirst();
        }
    }

    /** Nothing stands: what is assumed where nothing can be read. */
    static StandingBlocks none(List<BlockEntry> entries) {
        return new StandingBlocks(
                "", entries.stream().map(entry -> Standing.nothing(entry.way())).toList(), Tools.ALL, null, true);
    }

    /** From what {@link BlockView} sees. */
    static StandingBlocks of(JsonNode seen, List<String> tools, @Nullable Caller caller) {
        return new StandingBlocks(
                seen.path("drift").stringValue(""),
                seen.path("entries").values().stream()
                        .map(StandingBlocks::standing)
                        .toList(),
                tools,
                caller,
                false);
    }

    private static Standing standing(JsonNode entry) {
        return new Standing(
                entry.path("way").stringValue(""),
                entry.path("present").booleanValue(false),
                entry.has("seconds_left"),
                texts(entry.path("within")),
                texts(entry.path("around")),
                Optional.of(entry.path("seconds_left"))
                        .filter(JsonNode::isNumber)
                        .map(seconds -> new Shown<>(seconds.longValue())));
    }

    private static List<String> texts(JsonNode keys) {
        return keys.values().stream().map(StandingBlocks::text).toList();
    }

    /** A key as a person writes it: {@code 198.51.100.0/24}, {@code port 6000-6010}. */
    private static String text(JsonNode key) {
        if (key.has("prefix")) {
            return key.at("/prefix/addr").stringValue("") + "/" + key.at("/prefix/len");
        }
        return key.has("range") ? "port " + key.at("/range/0") + "-" + key.at("/range/1") : key.toString();
    }
}
