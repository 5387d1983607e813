package dev.cordon.lab.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.operation.Answer;
import dev.cordon.operation.EvidenceLookup;
import dev.cordon.plan.Check;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Verdict;
import dev.cordon.plan.View;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/** Asks the checks of a plan directly, without the engine. */
final class Looks {

    private Looks() {}

    /**
     * What applies something is not confirmed before; checks that wait for saved values or members cannot be asked yet.
     */
    static void noneIsConfirmed(Tap tap, Plan plan, Map<String, View> views) throws InterruptedException {
        for (var step : plan.steps()) {
            var check = step.check();
            if (step.apply() != null && check != null && ofThePlatform(check) && !step.optional() && !promises(check)) {
                assertThat(verdict(tap, check, views))
                        .as("before: " + step.name())
                        .isNotEqualTo(Verdict.CONFIRMED);
            }
        }
    }

    /** Cordon's own evidence store is not the platform's state. */
    private static boolean ofThePlatform(Check check) {
        return !(check.read().operation() instanceof EvidenceLookup);
    }

    private static Verdict verdict(Tap tap, Check check, Map<String, View> views) throws InterruptedException {
        var answer = tap.run(check.read().operation());
        if (!(answer instanceof Answer.Ok(var body))) {
            return Verdict.UNKNOWN;
        }
        return check.judge(seen(check, body, views));
    }

    private static JsonNode seen(Check check, JsonNode body, Map<String, View> views) {
        var call = check.read().view();
        if (call == null) {
            return body;
        }
        var view = views.get(call.name());
        assertThat(view).as("the view " + call.name()).isNotNull();
        return view.of(body, call.arguments());
    }

    private static boolean promises(Check check) {
        var found = new AtomicBoolean();
        check.with(promise -> {
            found.set(true);
            return promise;
        });
        return found.get();
    }
}
