package dev.cordon.lab.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A vendor on the loopback address: one request a connection, each answered in the next way of the script, and by the
 * last for ever.
 */
public final class ScriptedVendor implements AutoCloseable {

    private final ServerSocket listening;
    private final String scheme;
    private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    private ScriptedVendor(ServerSocket listening, String scheme) {
        this.listening = listening;
        this.scheme = scheme;
        Thread.ofVirtual().start(this::accept);
    }

    public static ScriptedVendor start(Behaviour... script) throws IOException {
        var socket = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        return new ScriptedVendor(socket, "http").then(script);
    }

    /** @param keys what it proves itself with */
    public static ScriptedVendor startWithTls(SSLContext keys, Behaviour... script) throws IOException {
        var socket = keys.getServerSocketFactory().createServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        return new ScriptedVendor(socket, "https").then(script);
    }

    /** An address at which nobody listens. */
    public static String nobody() throws IOException {
        try (var vendor = start()) {
            return vendor.url();
        }
    }

    /** What it does with the next requests; the last one also with all after it. */
    public ScriptedVendor then(Behaviour... more) {
        script.addAll(List.of(more));
        return this;
    }

    public String url() {
        return scheme + "://127.0.0.1:" + listening.getLocalPort();
    }

    /** The requests that came, whole. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The most connections that were open at one time. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** The connections that are open now. */
    public int openNow() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : new ArrayList<>(open)) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                open.add(socket);
                mostAtOnce.accumulateAndGet(open.size(), Math::max);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException("the vendor's door broke", e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            asked.add(WireRequests.read(socket.getInputStream()));
            act(next(), socket);
        } catch (EOFException _) { // the other side looked in and went
        } catch (IOException _) { // the other side gave up, or this vendor is closed: part of the play
        } finally {
            open.remove(socket);
        }
    }

    private synchronized Behaviour next() {
        var next = script.peek();
        if (next == null) {
            return Behaviour.status(500);
        }
        return script.size() > 1 ? script.remove() : next;
    }

    private static void act(Behaviour behaviour, Socket socket) throws IOException {
        var out = socket.getOutputStream();
        switch (behaviour) {
            case Behaviour.Answers answer -> say(out, head(answer, answer.body().length()) + answer.body());
            case Behaviour.Holds(var until, var answer) -> {
                waitFor(until::await);
                say(out, head(answer, answer.body().length()) + answer.body());
            }
            case Behaviour.Drips(var answer, var pause) -> {
                say(out, head(answer, answer.body().length()));
                for (var i = 0; i < answer.body().length(); i++) {
                    waitFor(() -> Thread.sleep(pause));
                    say(out, answer.body().substring(i, i + 1));
                }
            }
            case Behaviour.KeepsSilent() -> socket.getInputStream().read(); // until somebody closes it
            case Behaviour.HangsUp() -> {}
            case Behaviour.Resets() -> socket.setSoLinger(true, 0);
            case Behaviour.BreaksOff(var answer) ->
                say(out, head(answer, answer.body().length() + 100) + answer.body());
            case Behaviour.Floods() -> {
                say(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[");
                while (true) {
                    say(out, "1,".repeat(4096));
                }
            }
            case Behaviour.TalksNonsense() -> say(out, "SSH-2.0-OpenSSH_9.2\r\n");
        }
    }

    private static String head(Behaviour.Answers answer, int length) {
        var head = new StringBuilder("HTTP/1.1 " + answer.status() + " Said\r\nConnection: close\r\n");
        answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (answer.status() != 204) {
            head.append("Content-Length: " + length + "\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private interface Wait {
        void until() throws InterruptedException;
    }

    private static void waitFor(Wait wait) throws IOException {
        try {
            wait.until();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
