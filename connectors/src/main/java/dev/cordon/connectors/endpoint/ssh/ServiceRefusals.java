package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.DisableService;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a service is not stopped, or not kept from starting, in one sentence with the way out. */
record ServiceRefusals(DisableService request, ServiceFacts facts) {

    Optional<String> first() {
        return Stream.of(protection(), load(), hand(), dependants(), mask(), held())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> protection() {
        return facts.units().stream()
                .filter(unit -> !unit.protection().isEmpty())
                .map(unit -> unit.id() + " on " + facts.host() + " is not touched: " + unit.protection())
                .findFirst();
    }

    private Optional<String> load() {
        for (var unit : facts.units()) {
            if (unit.transientUnit()) {
                return Optional.of(
                        unit.id() + " is transient: it is forgotten when it stops, and nothing could bring it"
                                + " back; terminate_process ends it for good");
            }
            if (!unit.load().equals("loaded") && !unit.masked()) {
                return Optional.of("systemd could not read " + unit.id() + " (" + unit.load()
                        + "), so it could not be put back as it was: see 'systemctl status' on the host");
            }
        }
        return Optional.empty();
    }

    private Optional<String> hand() {
        var units = facts.units().stream().filter(UnitFacts::refuses).map(UnitFacts::id);
        var below = facts.dependants().stream()
                .filter(ServiceFacts.Dependant::refuses)
                .map(ServiceFacts.Dependant::id);
        return request.stopImmediately()
                ? Stream.concat(units, below)
                        .map(id -> id + " may not be stopped and started by hand: its unit says RefuseManualStart= or"
                                + " RefuseManualStop=")
                        .findFirst()
                : Optional.empty();
    }

    private Optional<String> dependants() {
        if (!request.stopImmediately()) {
            return Optional.empty();
        }
        for (var one : facts.dependants()) {
            if (!one.protection().isEmpty()) {
                return Optional.of(one.id() + " would stop with it, and is not touched: " + one.protection());
            }
            if (one.transientUnit()) {
                return Optional.of(one.id() + " would stop with it, is transient, and nothing could bring it back;"
                        + " end it first");
            }
        }
        return Optional.empty();
    }

    /** Masked while it runs: to start it again the mask is lifted, if it is one that can be. */
    private Optional<String> mask() {
        var unit = facts.unit();
        var lies = unit.fragment().equals("/etc/systemd/system/" + unit.id())
                || unit.fragment().equals("/run/systemd/system/" + unit.id());
        return unit.masked() && unit.mayRun() && !(lies && unit.mask().equals("/dev/null"))
                ? Optional.of(unit.id() + " is masked by " + unit.fragment()
                        + ", which Cordon cannot lift to start it again; unmask it first")
                : Optional.empty();
    }

    private Optional<String> held() {
        return facts.unit().held() && facts.unit().runs()
                ? Optional.of(facts.unit().id() + " is kept from starting by another action of Cordon and yet runs:"
                        + " roll that back first")
                : Optional.empty();
    }
}
