package dev.cordon.lab.host;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The tests of this class need a {@link LocalSshd}; where OpenSSH is not installed they are skipped, saying so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsOpenSsh.Condition.class)
public @interface NeedsOpenSsh {

    /** Asks {@link LocalSshd#missing}. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return LocalSshd.missing()
                    .map(why -> ConditionEvaluationResult.disabled(why))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("OpenSSH is installed"));
        }
    }
}
