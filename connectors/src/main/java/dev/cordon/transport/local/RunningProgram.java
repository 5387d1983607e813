package dev.cordon.transport.local;

import dev.cordon.operation.VendorText;
import dev.cordon.transport.program.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A program that was started: is written to and read from at once, so that no full pipe holds anybody up.
 *
 * <p>Whatever becomes of the caller, the program and what it started have ended afterwards.
 */
record RunningProgram(Process process, int most) {

    private static final Duration AFTER_THE_KILL = Duration.ofSeconds(5);

    Ran talk(String stdin, Duration deadline) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var out = threads.submit(reading(process.getInputStream()));
                var err = threads.submit(reading(process.getErrorStream()));
                var _ = threads.submit(writing(stdin));
                if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                    return killed("no end after " + deadline.toSeconds() + " s");
                }
                return ended(out, err);
            } finally {
                kill();
            }
        }
    }

    private Ran ended(Future<String> out, Future<String> err) throws InterruptedException {
        try {
            return new Ran.Ended(process.exitValue(), out.get(), err.get());
        } catch (ExecutionException e) {
            return killed(String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
        }
    }

    private static Ran killed(String why) {
        return new Ran.Lost(new VendorText(why));
    }

    private Callable<String> reading(InputStream stream) {
        return () -> {
            try (stream) {
                var bytes = stream.readNBytes(most);
                if (stream.read() >= 0) {
                    process.destroyForcibly();
                    throw new IOException("it wrote more than " + most + " bytes");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        };
    }

    /** A program need not read what it is given: a broken pipe is no failure. */
    private Callable<Boolean> writing(String stdin) {
        return () -> {
            try (var stream = process.getOutputStream()) {
                stream.write(stdin.getBytes(StandardCharsets.UTF_8));
                return true;
            } catch (IOException _) {
                return false;
            }
        };
    }

    /** Descendants first: they would keep the pipes open. */
    private void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor(AFTER_THE_KILL.toMillis(), TimeUnit.MILLISECONDS);
    }
}
