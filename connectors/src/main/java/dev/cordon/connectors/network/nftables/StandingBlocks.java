package dev.cordon.connectors.network.nftables;

import dev.cordon.plan.Facts;
import dev.cordon.plan.Shown;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What stands in the shared table of the entries that a request would add.
 *
 * <p>Only of these: other blocks come and go, and undo answers for its own.
 *
 * @param drift what somebody changed in the table, in words; empty for nothing, and where there is no table
 * @param table whether the shared table is there
 * @param assumed nothing was read
 */
record StandingBlocks(String drift, List<Standing> entries, Shown<Boolean> table, boolean assumed) implements Facts {

    StandingBlocks {
        entries = List.copyOf(entries);
    }

    /**
     * One entry of the request.
     *
     * @param way {@code inbound} or {@code outbound}
     * @param present it is blocked by an equal element
     * @param timed and the kernel will release that one
     * @param within elements of the same map that contain it
     * @param around elements of the same map that overlap it otherwise: the map takes no overlaps
     * @param secondsLeft until the kernel releases it; 0 where it does not
     */
    record Standing(
            String way,
            boolean present,
            boolean timed,
            List<String> within,
            List<String> around,
            Shown<Long> secondsLeft) {

        Standing {
            within = List.copyOf(within);
            around = List.copyOf(around);
        }

        static Standing nothing(Way way) {
            return new Standing(way.word(), false, false, List.of(), List.of(), new Shown<>(0L));
        }

        /** Where its effect is in force already, by which block. */
        Optional<String> coveredBy(BlockEntry entry) {
            return present ? Optional.of(entry.text()) : within.stream().findFirst();
        }
    }

    /** Nothing stands: what is assumed where nothing can be read. */
    static StandingBlocks none(List<BlockEntry> entries) {
        return new StandingBlocks(
                "", entries.stream().map(entry -> Standing.nothing(entry.way())).toList(), new Shown<>(false), true);
    }

    /** From what {@link BlockView} sees. */
    static StandingBlocks of(JsonNode seen) {
        return new StandingBlocks(
                seen.path("drift").stringValue(""),
                seen.path("entries").values().stream()
                        .map(StandingBlocks::standing)
                        .toList(),
                new Shown<>(seen.path("there").booleanValue(false)),
                false);
    }

    private static Standing standing(JsonNode entry) {
        return new Standing(
                entry.path("way").stringValue(""),
                entry.path("present").booleanValue(false),
                entry.has("seconds_left"),
                texts(entry.path("within")),
                texts(entry.path("around")),
                new Shown<>(entry.path("seconds_left").longValue(0)));
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
