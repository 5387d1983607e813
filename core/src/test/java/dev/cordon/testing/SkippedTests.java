package dev.cordon.testing;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of each test class what was skipped and what it needs. */
public final class SkippedTests implements TestExecutionListener {

    private final Map<String, String> skipped = Collections.synchronizedMap(new TreeMap<>());

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.put(name(test), reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            skipped.put(
                    name(test),
                    result.getThrowable()
                            .map(why -> String.valueOf(why.getMessage()))
                            .orElse("no reason given"));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        skipped.forEach((name, reason) -> System.out.println("[SKIPPED] " + name + ": " + reason));
        skipped.clear(); // the next class is a test plan of its own
    }

    private static String name(TestIdentifier test) {
        return test.getLegacyReportingName();
    }
}
