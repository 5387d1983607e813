package dev.cordon.lab.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL 15 as Debian 12 packs it. Its programs refuse root, so they run as the user {@code postgres} then.
 */
public final class DebianServer implements Server {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    private final Path data;
    private final Path log;
    private final String options;
    private final int port;
    private final String password;
    private boolean running = true;

    private DebianServer(Path data, Path log, String options, int port, String password) {
        this.data = data;
        this.log = log;
        this.options = options;
        this.port = port;
        this.password = password;
    }

    /** What has to be installed before it can be started; empty where nothing is missing. */
    public static Optional<String> missing() {
        return Files.isExecutable(program("postgres"))
                ? Optional.empty()
                : Optional.of("PostgreSQL 15 is not installed: apt-get install postgresql-15");
    }

    /** The path of one of its programs, for example {@code pg_dump}. */
    public static Path program(String name) {
        return PROGRAMS.resolve(name);
    }

    /** @param folder an existing one, for its data; where this process is root it is handed to the user postgres */
    public static DebianServer start(Path folder) {
        return start(folder, "off");
    }

    /** As {@link #start}, and what it has committed is on the disk. */
    public static DebianServer startDurable(Path folder) {
        return start(folder, "on");
    }

    private static DebianServer start(Path folder, String fsync) {
        var password = EmbeddedServer.randomPassword();
        try {
            var port = freePort();
            var data = folder.resolve("data");
            var file = Files.writeString(folder.resolve("password"), password);
            for (var parent = folder; parent != null && root(); parent = parent.getParent()) {
                letThrough(parent);
            }
            if (root()) {
                run(List.of("chown", "-R", "postgres", folder.toString()));
            }
            run(asPostgres(
                    "initdb", "-D", data, "-A", "scram-sha-256", "--pwfile", file, "-U", ADMIN, "-N", "-E", "UTF8"));
            var options = "-p " + port + " -c unix_socket_directories= -c listen_addresses=127.0.0.1 -c fsync=" + fsync
                    + " -c max_prepared_transactions=5";
            var server = new DebianServer(data, folder.resolve("log"), options, port, password);
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Debian's PostgreSQL did not start", e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public synchronized void close() {
        if (running) {
            running = false;
            try {
                stop();
            } catch (IOException e) {
                throw new UncheckedIOException("Debian's PostgreSQL did not stop", e);
            }
        }
    }

    /** Breaks off all that is under way, as a crash would, and comes back on the same port. */
    public synchronized void restart() {
        try {
            stop();
            start();
        } catch (IOException e) {
            throw new UncheckedIOException("Debian's PostgreSQL did not come back", e);
        }
    }

    private void start() throws IOException {
        run(asPostgres("pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start"));
    }

    private void stop() throws IOException {
        run(asPostgres("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"));
    }

    private static List<String> asPostgres(String program, Object... arguments) {
        var command = new ArrayList<String>();
        if (root()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(program(program).toString());
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    private static void run(List<String> command) throws IOException {
        var log = Files.createTempFile("postgresql", ".log");
        var process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + ": " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(log);
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Test folders are their owner's alone, and postgres has to get to its own below them. */
    private static void letThrough(Path folder) throws IOException {
        var permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
        if (permissions.charAt(8) == '-') {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions.substring(0, 8) + "x"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
