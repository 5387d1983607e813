package dev.cordon.lab.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionId;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.document.Reading;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.playbook.Conditions;
import dev.cordon.playbook.PlaybookAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Puts hostile text into every parameter of a request. */
final class Hostile {

    private static final List<String> TEXTS = List.of(
            "a'; drop table t; --",
            "a\"; drop table t; --",
            "$(touch /tmp/cordon-law)",
            "`touch /tmp/cordon-law`",
            "${jndi:ldap://x}",
            "a; touch /tmp/cordon-law",
            "a\ntouch /tmp/cordon-law",
            "a\0b",
            "*)(uid=*",
            "../../etc/passwd",
            "%I %s ? $1",
            "\u202Egnp.exe",
            "\u0430dmin",
            "x".repeat(10_240));

    private Hostile() {}

    /** Those that were not refused when they were read. */
    static List<ContainmentRequest> variantsOf(ContainmentRequest request) {
        var variants = new ArrayList<ContainmentRequest>();
        var parameters = request.parameters();
        parameters
                .propertyNames()
                .forEach(name -> TEXTS.forEach(text -> {
                    var changed = parameters.deepCopy();
                    replace(changed, name, text);
                    if (ContainmentRequest.read(request.kind(), changed)
                            instanceof Reading.Read<ContainmentRequest>(var read)) {
                        variants.add(read);
                    }
                }));
        return variants;
    }

    private static void replace(ObjectNode parameters, String name, String text) {
        if (parameters.path(name).isArray()) {
            parameters.putArray(name).add(text);
        } else {
            parameters.put(name, text);
        }
    }

    static PlaybookAction action(LawCase law, ContainmentRequest request) {
        return new PlaybookAction(
                new ActionId("a"),
                Optional.of(law.platform()),
                List.of(),
                new Conditions(law.ttl(), law.waiver()),
                request);
    }

    /** The plan survives being stored, and every operation of it can be rendered. */
    static void isOnlyData(PlannedPlaybook plan, Tap tap) {
        var stored = Canonical.read(Canonical.write(plan), PlannedPlaybook.class);
        assertThat(stored.digest()).isEqualTo(plan.digest());
        for (var action : plan.actions()) {
            for (var step : action.plan().steps()) {
                assertThat(StepKinds.operations(step))
                        .allSatisfy(it -> assertThat(tap.render(it)).isNotBlank());
            }
        }
    }
}
