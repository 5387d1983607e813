package dev.cordon.cli;

import dev.cordon.journal.At;
import dev.cordon.journal.Event;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is settled stays as a line with the time that it took; below it one line, written over twice a second, says
 * what is being waited for and for how long. Safe for any number of threads.
 */
final class ProgressOnTerminal implements Progress {

    private static final Duration BETWEEN_LINES = Duration.ofMillis(500);
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int WIDEST = 78;

    private final PrintStream err;
    private final Clock clock;
    private final Map<At, Instant> underWay = new LinkedHashMap<>(); // guarded by this, as is err
    private final Thread ticker;

    ProgressOnTerminal(PrintStream err, Clock clock) {
        this.err = err;
        this.clock = clock;
        this.ticker = Thread.ofVirtual().name("progress").start(this::tick);
    }

    @Override
    public synchronized void accept(Event event) {
        switch (event) {
            case Event.Intended(var at, var _) -> underWay.put(at, clock.instant());
            case Event.Answered _ -> {} // what it came to is seen by looking, and told then
            case Event.Judged judged -> settled(judged.at(), event);
            case Event.Stands(var action, var _, var _) -> {
                underWay.keySet().removeIf(at -> at.action().equals(action)); // what was called off is not judged
                told(event);
            }
            default -> told(event);
        }
        draw();
    }

    private void told(Event event) {
        EventWords.of(event).ifPresent(words -> line("  " + Harmless.line(words)));
    }

    /** Ends the ticking and takes the moving line away. */
    @Override
    public void close() {
        ticker.interrupt();
        synchronized (this) {
            underWay.clear();
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    private void settled(At at, Event event) {
        var since = underWay.remove(at);
        var took = since == null ? "" : " (" + seconds(since) + ")";
        EventWords.of(event).ifPresent(words -> line("  " + Harmless.line(words) + took));
    }

    private void line(String text) {
        err.println(CLEAR_LINE + text);
    }

    private synchronized void draw() {
        if (underWay.isEmpty()) {
            return;
        }
        var oldest = underWay.entrySet().iterator().next();
        var at = oldest.getKey();
        var more = underWay.size() == 1 ? "" : " and " + (underWay.size() - 1) + " more";
        var text = "… " + EventWords.place(at) + ": " + EventWords.doing(at.phase()) + ", then looking, "
                + seconds(oldest.getValue()) + more;
        err.print(CLEAR_LINE + (text.length() > WIDEST ? text.substring(0, WIDEST) : text));
        err.flush();
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LINES);
                draw();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private String seconds(Instant since) {
        return String.format(
                Locale.ROOT, "%.1f s", Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }
}
