package dev.cordon.lab.host;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The tests of this class need a {@link DebianHost}; where there can be none they are skipped, saying why. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDebianHost.Condition.class)
public @interface NeedsDebianHost {

    /** Asks {@link DebianHost#missing}. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return DebianHost.missing()
                    .map(why -> ConditionEvaluationResult.disabled(why))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("root, and a Debian is there or can be built"));
        }
    }
}
