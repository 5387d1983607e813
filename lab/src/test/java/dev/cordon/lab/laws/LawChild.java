package dev.cordon.lab.laws;

import dev.cordon.execution.Pace;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The process that is killed: applies a case, or applies and undoes it, and says on standard output when it has come to
 * the point, where it stays until it is killed. Where a wait took fewer looks than when the points were counted there
 * is no such call: it says so, and stays likewise.
 */
final class LawChild {

    static final String AT_THE_POINT = "at the point";
    static final String NO_SUCH_CALL = "no such call this time";

    private LawChild() {}

    /**
     * Arguments: class and name of the case, data folder, whether undo is cut off, number of the call, whether
     * after it.
     */
    public static void main(String[] args) throws Exception {
        var law = law(args[0], args[1]);
        var undo = Boolean.parseBoolean(args[3]);
        var number = Integer.parseInt(args[4]);
        var cut = new Tap.Mode.Cut(number, Boolean.parseBoolean(args[5]), () -> stay(AT_THE_POINT));
        try (var stand = new LawStand(law, Path.of(args[2]), Pace.of(Clock.systemUTC()))) {
            var plan = stand.plan();
            if (undo) {
                ConnectorLaws.completed(stand.apply(plan));
            }
            stand.tap().set(cut);
            var _ = undo ? stand.rollback() : stand.apply(plan);
            if (stand.tap().passed().size() <= number) {
                stay(NO_SUCH_CALL);
            }
        }
    }

    private static LawCase law(String type, String name) throws ReflectiveOperationException {
        var made = Class.forName(type).getConstructor(String.class).newInstance(name);
        return (LawCase) made;
    }

    private static void stay(String where) {
        System.out.println(where);
        System.out.flush();
        try {
            Thread.sleep(java.time.Duration.ofMinutes(5));
        } catch (InterruptedException e) {
            throw new IllegalStateException("killed more gently than expected", e);
        }
    }
}
