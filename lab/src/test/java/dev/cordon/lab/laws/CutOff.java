package dev.cordon.lab.laws;

import static dev.cordon.lab.laws.ConnectorLaws.notes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cordon.execution.Pace;
import dev.cordon.journal.Status;
import dev.cordon.operation.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Law 5 within this process: the engine stops at a call, and a new one over the same files goes on. */
record CutOff(LawCase law, Path folder, Supplier<Pace> paces) {

    /**
     * Apply or undo, cut off at one call. A read is cut off before only: after it is before what comes next. Where steps
     * run side by side, the same number may be another call the next time.
     */
    record Point(boolean undo, int number, boolean after) {

        @Override
        public String toString() {
            return (undo ? "undo" : "apply") + " cut off " + (after ? "after" : "before") + " call " + number;
        }
    }

    DynamicNode everywhere() {
        return dynamicContainer(law.name(), Stream.of(this).flatMap(CutOff::tests));
    }

    private Stream<DynamicTest> tests() {
        return points().stream().map(point -> dynamicTest(point.toString(), () -> holds(point)));
    }

    /** All of them, found out by running the case once. */
    List<Point> points() {
        try (var stand = fresh(data())) {
            var plan = stand.plan();
            stand.tap().set(new Tap.Mode.Through());
            ConnectorLaws.completed(stand.apply(plan));
            var points = new ArrayList<>(points(false, stand.tap().passed()));
            if (!law.reversible()) {
                return List.copyOf(points);
            }
            stand.tap().set(new Tap.Mode.Through());
            ConnectorLaws.rolledBack(stand.rollback());
            points.addAll(points(true, stand.tap().passed()));
            return List.copyOf(points);
        } catch (Exception e) {
            throw new IllegalStateException("the case cannot be run once without being cut off", e);
        }
    }

    private static List<Point> points(boolean undo, List<Operation> passed) {
        var points = new ArrayList<Point>();
        for (var i = 0; i < passed.size(); i++) {
            points.add(new Point(undo, i, false));
            if (!passed.get(i).terms().read()) {
                points.add(new Point(undo, i, true));
            }
        }
        return points;
    }

    private void holds(Point point) throws Exception {
        var data = data();
        String before;
        try (var stand = fresh(data)) {
            before = law.trueState();
            var plan = stand.plan();
            if (point.undo()) {
                ConnectorLaws.completed(stand.apply(plan));
            }
            stand.tap().set(new Tap.Mode.Cut(point.number(), point.after(), stand::die));
            var stopped = stopped(() -> {
                var _ = point.undo() ? stand.rollback() : stand.apply(plan);
            });
            assertThat(stopped || stand.tap().passed().size() <= point.number())
                    .as("it was cut off, or a wait took fewer looks this time and there was no such call")
                    .isTrue();
        }
        goesOn(point, data, before);
    }

    /** A new process resumes (every other time) or rolls back, and in the end all is as before. */
    void goesOn(Point point, Path data, String before) throws Exception {
        try (var stand = new LawStand(law, data, paces.get())) {
            var mayBeUncertain = stand.onceIsOpen();
            if (!point.undo() && point.number() % 2 == 0) {
                var state = stand.resume();
                if (mayBeUncertain && state.status() == Status.UNCERTAIN) {
                    return;
                }
                assertThat(state.status()).as(notes(state)).isEqualTo(Status.COMPLETED);
                assertThat(law.inForce()).isTrue();
            }
            if (stand.nothingInForce()) {
                assertThat(law.trueState()).isEqualTo(before);
                return;
            }
            if (!law.reversible() && law.inForce()) {
                assertThat(stand.resume().status()).isEqualTo(Status.COMPLETED);
                return;
            }
            var state = stand.rollback();
            if (!mayBeUncertain || state.status() != Status.UNCERTAIN) {
                ConnectorLaws.rolledBack(state);
                assertThat(law.trueState()).isEqualTo(before);
            }
        }
    }

    private interface Doing {
        void run() throws Exception;
    }

    private static boolean stopped(Doing doing) throws Exception {
        try {
            doing.run();
            return false;
        } catch (Death death) {
            return true;
        }
    }

    private LawStand fresh(Path data) throws Exception {
        law.reset();
        return new LawStand(law, data, paces.get());
    }

    private Path data() throws java.io.IOException {
        return Files.createTempDirectory(folder, "data");
    }
}
