package dev.cordon.lab.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** One command, given to a shell as sshd(8) gives it to the account's login shell. */
final class ShellCommand implements Command {

    private final ProcessBuilder builder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable InputStream in;
    private @Nullable OutputStream out;
    private @Nullable OutputStream err;
    private @Nullable ExitCallback exit;
    private @Nullable Process process;

    ShellCommand(String command, Path home) {
        this.builder = new ProcessBuilder("/bin/sh", "-c", command);
        builder.directory(home.toFile());
        builder.environment().put("HOME", home.toString());
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        var started = builder.start();
        process = started;
        var _ = threads.submit(() -> copy(in, started.getOutputStream()));
        var output = threads.submit(() -> copy(started.getInputStream(), out));
        var errors = threads.submit(() -> copy(started.getErrorStream(), err));
        var _ = threads.submit(() -> {
            var code = started.waitFor();
            output.get();
            errors.get();
            if (exit != null) {
                exit.onExit(code);
            }
            return code;
        });
    }

    /** A side that is gone ends the copying, and nothing else. */
    private static boolean copy(@Nullable InputStream from, @Nullable OutputStream to) {
        if (from == null || to == null) {
            return false;
        }
        try (to) {
            var chunk = new byte[8192];
            for (var read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                to.write(chunk, 0, read);
                to.flush();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void destroy(ChannelSession channel) {
        if (process != null) {
            process.destroy();
        }
        threads.shutdown();
    }
}
