package dev.cordon.scripted;

import dev.cordon.action.FirewallBlock;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;
import dev.cordon.scripted.ScriptedPlatform.Seen;
import java.util.Map;
import java.util.function.Function;

/** What of the world concerns an action, and the plan that comes of it. */
public interface Script {

    boolean concerns(FirewallBlock request, String name);

    Draft plan(FirewallBlock request, Seen seen);

    /** Every action is concerned with the whole world. */
    static Script everything(Function<Seen, Draft> plans) {
        return new Script() {
            @Override
            public boolean concerns(FirewallBlock request, String name) {
                return true;
            }

            @Override
            public Draft plan(FirewallBlock request, Seen seen) {
                return plans.apply(seen);
            }
        };
    }

    /**
     * Actions that have nothing to do with each other.
     *
     * @param plans by the reason that an action gives: it is concerned with what begins with that and a dot
     */
    static Script several(Map<String, Plan> plans) {
        return new Script() {
            @Override
            public boolean concerns(FirewallBlock request, String name) {
                return name.startsWith(request.reason().value() + ".");
            }

            @Override
            public Draft plan(FirewallBlock request, Seen seen) {
                return plans.get(request.reason().value());
            }
        };
    }
}
