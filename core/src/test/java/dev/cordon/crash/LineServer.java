package dev.cordon.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.plan.Canonical;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The director's end of the {@link SocketLine}s of one process. Closed once that is dead: then all that it said has been
 * heard.
 */
final class LineServer implements AutoCloseable {

    private final Path socket;
    private final Line director;
    private final ServerSocketChannel server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> heard = new ArrayList<>();
    private final Future<?> accepting;

    LineServer(Path socket, Line director) throws IOException {
        this.socket = socket;
        this.director = director;
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket), 128);
        this.accepting = threads.submit(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                var peer = server.accept();
                heard.add(threads.submit(() -> answer(peer)));
            }
        } catch (ClosedChannelException e) {
            return; // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A peer that died meanwhile hears nothing. */
    private void answer(SocketChannel peer) {
        try (peer) {
            var in = new BufferedReader(new InputStreamReader(Channels.newInputStream(peer), UTF_8));
            var message = in.readLine();
            if (message != null) {
                var reply = director.say(Canonical.read(message, Message.class));
                Channels.newOutputStream(peer).write(Canonical.write(reply).getBytes(UTF_8));
            }
        } catch (IOException e) {
            return; // it was killed while it spoke, or before it could listen
        } catch (Killed e) {
            return; // at this very moment: no reply
        }
    }

    /** @throws IllegalStateException where the director could not make sense of what it heard */
    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
        try {
            accepting.get();
            for (var one : heard) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.close();
            Files.deleteIfExists(socket);
        }
    }

    /** Thrown by a director in place of a reply. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Killed() {
            super("the process was killed at this moment", null, false, false);
        }
    }
}
