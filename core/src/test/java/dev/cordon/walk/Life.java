package dev.cordon.walk;

import dev.cordon.journal.Entry;
import dev.cordon.journal.Event;
import dev.cordon.journal.Journal;
import dev.cordon.journal.JournalException;
import dev.cordon.journal.Phase;
import dev.cordon.journal.RunId;
import dev.cordon.journal.Verification;
import dev.cordon.operation.Answer;
import dev.cordon.operation.Command;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import dev.cordon.plan.Canonical;
import dev.cordon.scripted.Crash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process as its vendor and its journal see it: it dies where it is told to, and nothing comes of it afterwards. */
final class Life implements Transport, Journal {

    private final QueueVendor vendor;
    private final Journal journal;
    private final Supplier<Instant> now;
    private final Phase phase;
    private final CrashPoint crash;
    private Reply first;
    private boolean sent;
    private boolean dead;

    /**
     * @param phase in which it dies
     * @param first what becomes of the first operation of that phase
     */
    Life(QueueVendor vendor, Journal journal, Supplier<Instant> now, Phase phase, CrashPoint crash, Reply first) {
        this.vendor = vendor;
        this.journal = journal;
        this.now = now;
        this.phase = phase;
        this.crash = crash;
        this.first = first;
    }

    boolean dead() {
        return dead;
    }

    /** What it was told of the first operation is said. */
    boolean hasSent() {
        return sent;
    }

    private Crash die() {
        dead = true;
        return new Crash();
    }

    private void dieIf(boolean here) {
        if (here) {
            throw die();
        }
    }

    @Override
    public Answer run(Operation operation) {
        dieIf(dead);
        var verb = ((Command) operation).argv().getFirst().text();
        return switch (verb) {
            case "list" -> vendor.list();
            case "look" -> look();
            case "apply" -> send(Phase.APPLY);
            case "undo" -> send(Phase.UNDO);
            case "cancel" -> send(Phase.CANCEL);
            default -> throw new AssertionError(verb);
        };
    }

    private Answer look() {
        dieIf(sent && crash == CrashPoint.AT_THE_FIRST_LOOK);
        return vendor.look();
    }

    private Answer send(Phase of) {
        if (of != phase || sent) {
            return vendor.carryOut(of);
        }
        sent = true;
        dieIf(crash == CrashPoint.SENT_AND_LOST);
        if (crash == CrashPoint.SENT_AND_LATE) {
            vendor.arrivesLate(of);
            throw die();
        }
        if (first == Reply.LATE_UNANSWERED) {
            vendor.arrivesLate(of);
        }
        var answer = first.arrives() ? vendor.carryOut(of) : null;
        dieIf(crash == CrashPoint.CARRIED_OUT);
        return first.answer(answer, now.get());
    }

    @Override
    public long append(RunId run, String kind, String body) {
        if (dead) {
            throw new JournalException("the process is dead");
        }
        var event = Canonical.read(body, Event.class);
        var ours = phase == phaseOf(event);
        dieIf(ours && event instanceof Event.Intended && crash == CrashPoint.BEFORE_INTENT);
        var seq = journal.append(run, kind, body);
        dieIf(ours && crash == crashAfter(event));
        return seq;
    }

    private static @Nullable Phase phaseOf(Event event) {
        return switch (event) {
            case Event.Intended(var at, var _) -> at.phase();
            case Event.Answered(var at, var _) -> at.phase();
            case Event.Judged judged -> judged.at().phase();
            default -> null;
        };
    }

    private static @Nullable CrashPoint crashAfter(Event event) {
        return switch (event) {
            case Event.Intended _ -> CrashPoint.AFTER_INTENT;
            case Event.Answered _ -> CrashPoint.AFTER_ANSWER;
            case Event.Judged _ -> CrashPoint.AFTER_JUDGEMENT;
            default -> null;
        };
    }

    @Override
    public Duration patience() {
        return QueueVendor.PATIENCE;
    }

    @Override
    public String render(Operation operation) {
        return ((Command) operation).argv().toString();
    }

    @Override
    public List<Entry> read(RunId run) {
        return journal.read(run);
    }

    @Override
    public List<RunId> runs() {
        return journal.runs();
    }

    @Override
    public Verification verify(RunId run) {
        return journal.verify(run);
    }

    @Override
    public void close() {}
}
