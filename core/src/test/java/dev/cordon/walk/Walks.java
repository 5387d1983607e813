package dev.cordon.walk;

import dev.cordon.journal.Phase;
import dev.cordon.walk.Walk.Then;
import java.util.List;
import java.util.stream.Stream;

/** All walks with courses of so many looks. */
record Walks(int looks) {

    Stream<Walk> of(StepKind kind) {
        var phases = kind.canBeUndone() ? List.of(Phase.APPLY, Phase.UNDO) : List.of(Phase.APPLY);
        return phases.stream()
                .flatMap(phase -> courses(kind, phase).stream()
                        .flatMap(course -> deliveries(kind, phase)
                                .map(one -> new Walk(kind, phase, one.reply(), one.crash(), one.then(), course))));
    }

    private record Delivery(Reply reply, CrashPoint crash, Then then) {}

    /** What may happen to one operation; where the process dies before there is an answer, only that counts. */
    private static Stream<Delivery> deliveries(StepKind kind, Phase phase) {
        return Stream.of(CrashPoint.values())
                .flatMap(crash -> replies(crash, phase)
                        .flatMap(reply -> thens(crash).map(then -> new Delivery(reply, crash, then))));
    }

    private static Stream<Then> thens(CrashPoint crash) {
        return crash == CrashPoint.NOWHERE ? Stream.of(Then.RESUME) : Stream.of(Then.values());
    }

    /** A truthful vendor does not say of what is in force that it is not there. */
    private static Stream<Reply> replies(CrashPoint crash, Phase phase) {
        return crash.isAfterAnswer()
                ? Stream.of(Reply.values()).filter(reply -> phase == Phase.APPLY || reply != Reply.NOT_FOUND)
                : Stream.of(Reply.OK);
    }

    private List<List<Show>> courses(StepKind kind, Phase phase) {
        return kind.isSeen() ? Show.courses(looks, kind.lags(), phase == Phase.APPLY) : List.of(List.of());
    }
}
