package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.plan.Facts;
import dev.cordon.plan.Shown;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The processes that are meant. One is named for ever by the host's boot, its pid and its start.
 *
 * @param host its name in the inventory
 * @param boot the kernel's boot id: with another one every pid means something else
 * @param machine {@code /etc/machine-id}; empty where there is none
 * @param uid the account that Cordon acts as on the host
 */
record ProcessFacts(String host, String boot, String machine, int uid, List<OneProcess> processes) implements Facts {

    ProcessFacts {
        processes = List.copyOf(processes);
    }

    /**
     * One process, by proc(5).
     *
     * @param start in clock ticks since boot
     * @param name as the kernel has it, cut at 15 bytes
     * @param exe the path of its program; empty where the account may not see it
     * @param exeHash of that path, short: what is compared right before it is killed
     * @param sha256 of its program; empty where the account may not read it
     * @param commandHash of its command line, short
     * @param unit the service or scope that it belongs to; empty where there is none
     * @param protects Cordon itself or the host runs under it
     */
    record OneProcess(
            int pid,
            String start,
            int uid,
            String name,
            String exe,
            String exeHash,
            String sha256,
            String commandHash,
            String unit,
            boolean protects,
            Shown<String> command,
            Shown<List<Child>> children) {

        static OneProcess of(JsonNode seen) {
            return new OneProcess(
                    seen.path("pid").intValue(),
                    seen.path("start").stringValue(),
                    seen.path("uid").intValue(),
                    seen.path("name").stringValue(),
                    seen.path("exe").stringValue(),
                    seen.path("exe_hash").stringValue(),
                    seen.path("sha256").stringValue(),
                    seen.path("command_hash").stringValue(),
                    seen.path("unit").stringValue(),
                    seen.path("protected").booleanValue(),
                    new Shown<>(seen.path("command").stringValue().strip()),
                    new Shown<>(seen.path("children").values().stream()
                            .map(Child::of)
                            .toList()));
        }

        /** {@code 4711 (/usr/bin/evil, user 33, 2 below it)}. */
        String inWords() {
            var program = exe.isEmpty() ? name : exe;
            var below =
                    children.value().isEmpty() ? "" : ", " + children.value().size() + " below it";
            return pid + " (" + program + ", user " + uid + below + ")";
        }

        /** How the script names it, with the program that it must still run. */
        String root() {
            return pid + ":" + start + ":" + exeHash;
        }
    }

    /** One below it, as it was found; the tree is found anew when it is stopped. */
    record Child(int pid, String start, String name) {
        static Child of(JsonNode seen) {
            return new Child(
                    seen.path("pid").intValue(),
                    seen.path("start").stringValue(),
                    seen.path("name").stringValue());
        }
    }

    String roots() {
        return processes.stream().map(OneProcess::root).collect(Collectors.joining(" "));
    }
}
