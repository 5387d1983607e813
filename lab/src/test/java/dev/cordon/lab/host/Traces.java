package dev.cordon.lab.host;

import dev.cordon.lab.netns.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * What of one host is to be found on this machine, whatever else runs beside it.
 *
 * @param cable number and name of its network device on this side, as ip(8) begins a line; the kernel gives no number twice
 */
record Traces(String hostname, String cable, Path scratch) {

    /** A host that is up, by what it says of itself. */
    static Traces of(String hostname, String address, Path privateKey) {
        var words = Tool.output(List.of("ip", "-o", "address", "show", "to", address + "/30"), "")
                .split("\\s+");
        return new Traces(hostname, words[0] + " " + words[1] + "@", privateKey.getParent());
    }

    /** In words; empty when nothing is left. */
    List<String> left() {
        var kinds = new TreeMap<String, BooleanSupplier>(Map.of(
                "cable", () -> says(cable, "ip", "-o", "link"),
                "control group", () -> says("/" + hostname, "find", "/sys/fs/cgroup", "-name", hostname),
                "process", () -> says(hostname, "ps", "-eo", "args"),
                "scratch", () -> Files.exists(scratch)));
        return kinds.keySet().stream()
                .filter(kind -> kinds.get(kind).getAsBoolean())
                .toList();
    }

    private static boolean says(String text, String... argv) {
        return Tool.run(List.of(argv), "").output().contains(text);
    }
}
