package dev.cordon.lab.netns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Somebody who listens on a TCP port in one of the namespaces, and remembers what he hears. */
public final class Listener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final StringBuffer heard = new StringBuffer();

    private Listener(Process process) {
        this.process = process;
        Thread.startVirtualThread(this::listen);
    }

    /** Returns once connections are taken; {@code -6} serves both families. */
    public static Listener at(String namespace, int port) {
        var listener = new Listener(start(namespace, "nc", "-6", "-l", "-k", "-n", Integer.toString(port)));
        until(() -> !LabNetwork.in(namespace, "ss", "-Hltn", "sport", "=", ":" + port)
                .isBlank());
        return listener;
    }

    /** A connection to a listener that stays open. */
    public static Speaker speaker(String namespace, String to, int port) {
        return new Speaker(start(namespace, "nc", "-n", to, Integer.toString(port)));
    }

    public String heard() {
        return heard.toString();
    }

    /** Waits for a condition, at most ten seconds. @throws IllegalStateException where it does not come true */
    public static void until(BooleanSupplier condition) {
        until(condition, PATIENCE);
    }

    /** As {@link #until(BooleanSupplier)}, for what may take longer on a busy machine. */
    public static void until(BooleanSupplier condition, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("did not come true within " + patience.toSeconds() + " s");
            }
            pause();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Who says lines over an open connection. */
    public record Speaker(Process process) implements AutoCloseable {

        public void say(String line) {
            try {
                process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private void listen() {
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(line -> heard.append(line).append('\n'));
        } catch (IOException | UncheckedIOException e) {
            heard.append("(the stream broke: ").append(e.getMessage()).append(")\n");
        }
    }

    private static Process start(String namespace, String... argv) {
        try {
            return new ProcessBuilder(LabNetwork.inside(namespace, argv))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
