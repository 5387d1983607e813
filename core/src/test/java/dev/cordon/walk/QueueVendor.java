package dev.cordon.walk;

import dev.cordon.execution.Pace;
import dev.cordon.journal.Phase;
import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A vendor with one thing that is in force or not, that queues what it is told and shows what is so. Not safe for several
 * threads.
 */
final class QueueVendor {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long an effect may take to show. */
    static final Duration LAG = Duration.ofSeconds(5);

    static final Duration QUEUED_FOR = Duration.ofSeconds(20);

    private static final int TRIES = 6;

    private record Late(Duration at, Phase phase) {}

    private final Pace pace;
    private final List<Late> late = new ArrayList<>();
    private final Deque<Show> shows = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private @Nullable Phase scriptedPhase;
    private List<Show> script = List.of();
    private @Nullable Phase underWay;
    private @Nullable Phase last;
    private boolean online;
    private boolean beginsWhenCancelled;
    private boolean inForce;
    private boolean before;
    private boolean twice;
    private Duration hiddenUntil = Duration.ZERO;
    private Duration effectAt = Duration.ZERO;
    private @Nullable Duration queuedUntil;
    private int unread;

    QueueVendor(Pace pace) {
        this.pace = pace;
    }

    /** What the looks show after the first operation of this phase has arrived; plainly what is so afterwards. */
    QueueVendor shows(Phase phase, List<Show> course) {
        scriptedPhase = phase;
        script = course;
        return this;
    }

    boolean inForce() {
        return inForce;
    }

    /** Something was carried out again that was in force or under way already. */
    boolean twice() {
        return twice;
    }

    /** What arrived, in order. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** What was offline is there. */
    void comesOnline() {
        online = true;
    }

    /** It is done right before somebody calls it off. */
    void beginsWhenCancelled() {
        beginsWhenCancelled = true;
    }

    /** Everything that is on its way or in a queue takes effect. */
    void finish() {
        pace(PATIENCE);
        takesEffect();
    }

    private void pace(Duration more) {
        arrive(pace.elapsed().plus(more));
    }

    /** It arrives when the process that sent it may be dead. */
    void arrivesLate(Phase phase) {
        late.add(new Late(pace.elapsed().plus(PATIENCE).minusMillis(1), phase));
        if (phase == scriptedPhase) {
            shows.clear();
            script.stream().takeWhile(show -> show == Show.UNKNOWN).forEach(shows::add);
        }
    }

    private void arrive(Duration until) {
        var arrived =
                late.stream().filter(one -> one.at().compareTo(until) <= 0).toList();
        late.removeAll(arrived);
        arrived.forEach(one -> arrive(one.phase(), one.at()));
    }

    private Answer arrive(Phase phase, Duration at) {
        if (phase == Phase.CANCEL) {
            return cancel();
        }
        accepts(phase, at);
        return ok();
    }

    Answer carryOut(Phase phase) {
        arrive(pace.elapsed());
        return arrive(phase, pace.elapsed());
    }

    private Answer cancel() {
        told.add("cancel");
        if (beginsWhenCancelled) {
            shows.clear();
            takesEffect();
        }
        if (underWay != Phase.APPLY) {
            return new Answer.Rejected("409", new VendorText("nothing is under way"));
        }
        underWay = null;
        shows.clear();
        return ok();
    }

    private void accepts(Phase phase, Duration at) {
        told.add(phase == Phase.APPLY ? "apply" : "undo");
        twice |= underWay == phase || last == phase;
        takesEffect();
        shows.clear();
        if (phase == scriptedPhase) {
            shows.addAll(script);
            scriptedPhase = null;
        }
        underWay = phase;
        queuedUntil = null;
        var next =
                shows.stream().filter(show -> show != Show.UNKNOWN).findFirst().orElse(Show.CONFIRMED);
        if (!next.isBefore()) {
            takesEffect();
            effectAt = at;
            hiddenUntil = next == Show.HIDDEN ? at.plus(LAG) : Duration.ZERO;
        }
    }

    private void takesEffect() {
        if (underWay != null) {
            before = inForce;
            inForce = underWay == Phase.APPLY;
            last = underWay;
            underWay = null;
            effectAt = pace.elapsed();
            hiddenUntil = Duration.ZERO;
        }
    }

    /** {@code {"inForce": true, "underWay": false}}. */
    Answer look() {
        arrive(pace.elapsed());
        return switch (shows.isEmpty() ? Show.CONFIRMED : shows.getFirst()) {
            case PENDING -> queued(pace.elapsed());
            case OFFLINE -> online ? next() : state();
            case HIDDEN -> hidden();
            case UNKNOWN -> unread();
            case CONFIRMED -> shown();
            case GONE -> gone();
        };
    }

    private Answer next() {
        shows.removeFirst();
        return look();
    }

    private Answer queued(Duration now) {
        var until = queuedUntil == null ? now.plus(QUEUED_FOR) : queuedUntil;
        queuedUntil = until;
        if (now.compareTo(until) >= 0) {
            queuedUntil = null;
            return next();
        }
        return state();
    }

    private Answer hidden() {
        takesEffect();
        hiddenUntil = effectAt.plus(LAG);
        shows.removeFirst();
        return state();
    }

    private Answer unread() {
        if (unread++ < TRIES) {
            return new Answer.Unauthorized(new VendorText("the right to look"));
        }
        unread = 0;
        return next();
    }

    private Answer shown() {
        takesEffect();
        hiddenUntil = Duration.ZERO;
        shows.pollFirst();
        return state();
    }

    private Answer gone() {
        if (underWay == null) {
            inForce = false;
        }
        underWay = null;
        last = null;
        hiddenUntil = Duration.ZERO;
        shows.removeFirst();
        return state();
    }

    private boolean shownInForce() {
        return pace.elapsed().compareTo(hiddenUntil) < 0 ? before : inForce;
    }

    private Answer state() {
        return new Answer.Ok(JsonNodeFactory.instance
                .objectNode()
                .put("inForce", shownInForce() && underWay == null)
                .put("underWay", underWay != null));
    }

    /** What a discovery finds: {@code {"all": {"thing": "in force"}}}. */
    Answer list() {
        arrive(pace.elapsed());
        var body = JsonNodeFactory.instance.objectNode();
        var all = body.putObject("all");
        if (underWay != null) {
            all.put("thing", "under way");
        } else if (shownInForce()) {
            all.put("thing", "in force");
        }
        return new Answer.Ok(body);
    }

    private static Answer ok() {
        return new Answer.Ok(JsonNodeFactory.instance.objectNode());
    }
}
