package dev.cordon.lab.dns;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The tests of this class need a {@link PowerDnsServer}; where it is not installed they are skipped, saying so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPowerDns.Condition.class)
public @interface NeedsPowerDns {

    /** Asks {@link PowerDnsServer#missing}. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return PowerDnsServer.missing()
                    .map(why -> ConditionEvaluationResult.disabled(why))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("PowerDNS is installed"));
        }
    }
}
