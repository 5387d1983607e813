package dev.cordon.lab.host;

import dev.cordon.lab.netns.Listener;
import dev.cordon.lab.netns.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The OpenSSH server of this machine, on a free port of the loopback address, for whoever runs the tests: what is done
 * over it is done to this machine.
 *
 * <p>Lets nobody in but the current user with {@link #privateKey}, whose own {@code ~/.ssh} counts for nothing. Ends
 * with {@link #close}, or else with this process, even a killed one. Where this process is root the server wants the
 * folder {@code /run/sshd}, as its package makes it; that one stays.
 */
public final class LocalSshd implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");
    private static final String ADDRESS = "127.0.0.1";

    /** Holds the server until standard input is closed; then ends all that serve a connection, and the server. */
    private static final String HOLD = """
            "$@" </dev/null & server=$!
            cat >/dev/null
            kill -STOP "$server"
            pkill -KILL -P "$server"
            kill -KILL "$server"
            wait "$server"
            """;

    private final Path folder;
    private final int port;
    private final Process holder;

    private LocalSshd(Path folder, int port, Process holder) {
        this.folder = folder;
        this.port = port;
        this.holder = holder;
    }

    /** What has to be installed before it can be started; empty where nothing is missing. */
    public static Optional<String> missing() {
        return Files.isExecutable(PROGRAM) && Tool.isThere("ssh-keygen") && Tool.isThere("pkill")
                ? Optional.empty()
                : Optional.of("OpenSSH is not installed: apt-get install openssh-server openssh-client procps");
    }

    /**
     * Returns when it takes logins.
     *
     * @param folder an existing one, for its keys, its configuration and its log
     */
    public static LocalSshd start(Path folder) {
        try {
            if (user().equals("root")) {
                Files.createDirectories(Path.of("/run/sshd"));
            }
            var port = freePort();
            var config = Files.writeString(folder.resolve("sshd_config"), config(folder, port));
            var login = SshKey.make(folder.resolve("id_ed25519")).publicKey();
            Files.writeString(folder.resolve("authorized_keys"), login);
            var key = SshKey.make(folder.resolve("host_key")).publicKey();
            Files.writeString(folder.resolve("known_hosts"), "[" + ADDRESS + "]:" + port + " " + key);
            var server = new LocalSshd(folder, port, hold(config, folder.resolve("log")));
            server.awaitLogins();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start an OpenSSH server in " + folder, e);
        }
    }

    public String address() {
        return ADDRESS;
    }

    public int port() {
        return port;
    }

    /** Who may log in: the current user. */
    public static String user() {
        return System.getProperty("user.name");
    }

    /** Ed25519, without a passphrase. */
    public Path privateKey() {
        return folder.resolve("id_ed25519");
    }

    /** A known_hosts file that holds the server's one key, under its address and port. */
    public Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    /** What the server has logged so far; verbose: each connection, login and refusal. */
    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills whatever serves an open connection, as a crash would; what the connection had started goes on. */
    public void cutConnections() {
        server().flatMap(ProcessHandle::children).forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends the server and every connection. */
    @Override
    public void close() {
        try {
            holder.getOutputStream().close();
            holder.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Stream<ProcessHandle> server() {
        return holder.children().filter(child -> child.info().command().stream().anyMatch(PROGRAM.toString()::equals));
    }

    private static Process hold(Path config, Path log) throws IOException {
        return new ProcessBuilder("sh", "-c", HOLD, "sh", PROGRAM.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** StrictModes would look at the folders above, which are not this server's. */
    private static String config(Path folder, int port) {
        return String.join(
                "\n",
                "ListenAddress " + ADDRESS + ":" + port,
                "HostKey " + folder.resolve("host_key"),
                "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                "AuthenticationMethods publickey",
                "AllowUsers " + user(),
                "StrictModes no",
                "UsePAM no",
                "PidFile none",
                "LogLevel VERBOSE",
                "Subsystem sftp internal-sftp",
                "");
    }

    private void awaitLogins() {
        try {
            Listener.until(this::answers);
        } catch (IllegalStateException e) {
            close();
            throw new IllegalStateException("OpenSSH does not start: " + log(), e);
        }
    }

    private boolean answers() {
        try (var socket = new Socket(ADDRESS, port)) {
            return new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII).equals("SSH-");
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
