package dev.cordon.lab.netns;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The tests of this class need root and the tools of {@link LabNetwork}; else they are skipped, saying so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNetworkNamespaces.Condition.class)
public @interface NeedsNetworkNamespaces {

    /** Asks {@link LabNetwork#missing}. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return LabNetwork.missing()
                    .map(why -> ConditionEvaluationResult.disabled(why))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("root, and all tools are there"));
        }
    }
}
