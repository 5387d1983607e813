package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.plan.Facts;
import dev.cordon.plan.Shown;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The unit that is meant, and what starts and stops with it. The host's boot is not bound: undo works also after another.
 *
 * @param host its name in the inventory
 * @param machine {@code /etc/machine-id}; empty where there is none
 * @param activators the sockets, timers and paths that start it, and what starts those; only those that run
 * @param dependants what stops when it, or one of the activators, is stopped; only those that run, the nearest first
 * @param configSha256 of the files and links of the unit and its activators, as {@code svc.config} prints them
 */
record ServiceFacts(
        String host,
        String machine,
        UnitFacts unit,
        List<UnitFacts> activators,
        List<Dependant> dependants,
        String configSha256,
        Shown<String> boot)
        implements Facts {

    ServiceFacts {
        activators = List.copyOf(activators);
        dependants = List.copyOf(dependants);
    }

    /**
     * A unit that systemd stops together with one that it depends on: {@code Requires=}, {@code Requisite=}, {@code
     * BindsTo=}, {@code PartOf=}, {@code PropagatesStopTo=} of the other.
     */
    record Dependant(String id, boolean transientUnit, boolean refuses, String protection) {
        static Dependant of(JsonNode seen) {
            return new Dependant(
                    seen.path("id").stringValue(),
                    seen.path("transient").booleanValue(),
                    seen.path("refuses").booleanValue(),
                    seen.path("protected").stringValue());
        }
    }

    static ServiceFacts of(String host, JsonNode seen) {
        return new ServiceFacts(
                host,
                seen.path("machine").stringValue(),
                UnitFacts.of(seen.path("unit")),
                seen.path("activators").values().stream().map(UnitFacts::of).toList(),
                seen.path("dependants").values().stream().map(Dependant::of).toList(),
                seen.path("config_sha256").stringValue(),
                new Shown<>(seen.path("boot").stringValue()));
    }

    static ServiceFacts assumed(String host, String unit) {
        return new ServiceFacts(
                host, "", UnitFacts.assumed(unit), List.of(), List.of(), "0".repeat(64), new Shown<>(""));
    }

    boolean isAssumed() {
        return boot.value().isEmpty();
    }

    /** Its activators, then the unit. */
    List<UnitFacts> units() {
        return Stream.concat(activators.stream(), Stream.of(unit)).toList();
    }
}
