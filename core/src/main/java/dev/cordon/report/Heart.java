package dev.cordon.report;

import dev.cordon.operation.Operation;
import dev.cordon.plan.PlannedAction;
import java.util.ArrayList;
import java.util.List;

/** What an operation does, in the few lines that somebody reads before saying yes; long ones are cut, and it is said. */
record Heart(Rendering rendering, PlannedAction action) {

    private static final int MOST_LINES = 6;
    private static final int LONGEST_LINE = 240;

    List<String> of(Operation operation) {
        var all = rendering.brief(action, operation).lines().toList();
        var shown =
                new ArrayList<>(all.stream().limit(MOST_LINES).map(Heart::cut).toList());
        if (all.size() > MOST_LINES) {
            shown.add("… and " + (all.size() - MOST_LINES) + " more lines");
        }
        return List.copyOf(shown);
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE / 2)) + " …";
    }
}
