package dev.cordon.connectors.endpoint.ssh;

import static dev.cordon.plan.Check.look;
import static dev.cordon.plan.Step.step;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.EvidenceLookup;
import dev.cordon.operation.FetchEvidence;
import dev.cordon.operation.HostScript;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Step;
import java.util.stream.Collectors;

/**
 * The files and links of a unit and its activators, as text in the evidence store.
 *
 * @param waived a capture that fails does not stop the action
 */
record ConfigBackup(PlatformName on, ServiceFacts facts, boolean waived) {

    Step keep() {
        var kept = step("keep a copy of the configuration")
                .apply(new FetchEvidence(
                        config(),
                        sha256(),
                        Value.of("configuration of " + facts.unit().id())))
                .check(look(new EvidenceLookup(Terms.read(on), sha256()))
                        .expect("/kept", true)
                        .says("the evidence store keeps it"))
                .exact("evidence is kept");
        return waived ? kept.asOptional() : kept;
    }

    private HostScript config() {
        var units = facts.units().reversed().stream().map(UnitFacts::id).collect(Collectors.joining(" "));
        return HostScript.of(Terms.write(on), facts.host(), "svc.config").argument("units", units);
    }

    private Value sha256() {
        return Value.of(facts.configSha256());
    }
}
