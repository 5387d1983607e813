package dev.cordon.lab.host;

import dev.cordon.lab.netns.Listener;
import dev.cordon.lab.netns.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A Debian host of its own: systemd and OpenSSH in a container, joined to the network of this process by one cable.
 *
 * <p>Two accounts may log in with {@link #privateKey}: {@code root}, and {@code cordon}, who may do everything with
 * {@code sudo -n} where sudo is installed. Up in about a second once its tree is built (see {@link DebianTree}). What
 * happens on it is forgotten when it is closed. Any number may run side by side, in any number of processes.
 *
 * <p>It ends with {@link #close}, or else with this process, even a killed one. It is a container: the kernel, its
 * version and its clock are this machine's, nothing can be loaded into it, and its memory cannot be imaged. A boot id
 * of its own it has, and a new one after {@link #reboot}.
 */
public final class DebianHost implements AutoCloseable {

    /** Who may log in, beside root. */
    public static final String USER = "cordon";

    /** To boot takes a second, or ten times as long where many tests run side by side. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HostProcess process;
    private final Path scratch;
    private final String hostname;

    private DebianHost(HostProcess process, Path scratch, String hostname) {
        this.process = process;
        this.scratch = scratch;
        this.hostname = hostname;
    }

    /** Why there can be no such host here, and what to install; empty where there can. */
    public static Optional<String> missing() {
        return HostProcess.missing().or(DebianTree::missing);
    }

    /** Returns when it has booted and takes logins. @throws IllegalStateException where it does not, with its console */
    public static DebianHost start(Furnishing furnishing) {
        var tree = DebianTree.of(furnishing);
        var hostname = HostProcess.newName();
        try {
            var scratch = Files.createTempDirectory("cordon-host");
            HostSeed.sow(scratch, hostname);
            return booted(new DebianHost(HostProcess.start(scratch, hostname, tree), scratch, hostname));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a host", e);
        }
    }

    /** IPv4; the port is 22. Of this process's own network, nobody else reaches it. */
    public String address() {
        return process.address();
    }

    public int port() {
        return 22;
    }

    public String hostname() {
        return hostname;
    }

    /** Opens both accounts; Ed25519, without a passphrase. */
    public Path privateKey() {
        return scratch.resolve(HostSeed.PRIVATE_KEY);
    }

    /** A known_hosts file that holds the host's one key, under its address. */
    public Path knownHosts() {
        return scratch.resolve(HostSeed.KNOWN_HOSTS);
    }

    /** Runs a program on the host as root, without SSH. @throws IllegalStateException where it fails, with its output */
    public String run(String... argv) {
        return Tool.output(process.inside(argv), "");
    }

    /** As {@link #run}, for what may fail: the exit code and the output. */
    public Tool attempt(String... argv) {
        return Tool.run(process.inside(argv), "");
    }

    /** Writes a file that everybody may read; folders that are missing are made. */
    public void write(String path, String text) {
        Tool.output(process.inside("install", "-D", "-m", "644", "/dev/stdin", path), text);
    }

    public String read(String path) {
        return run("cat", "--", path);
    }

    /** What an undo must have put back: see {@link HostState}. Taken when systemd has nothing under way. */
    public HostState state() {
        Listener.until(() -> run("systemctl", "list-jobs", "--no-legend").isBlank(), PATIENCE);
        return HostState.of(this, Tool.output(process.inItsNetwork("nft", "list", "ruleset"), ""));
    }

    /** Kills whatever serves an open SSH connection, as a crash would; what the connection had started goes on. */
    public void cutConnections() {
        attempt("pkill", "-KILL", "-f", "^sshd: [a-z]+( \\[priv\\]|@)");
    }

    /** Pulls the cable: nothing arrives any more, and nobody is told. */
    public void unplug() {
        Tool.output(List.of("ip", "link", "set", process.cable(), "down"), "");
    }

    /** Puts the cable back. Connections that were open go on if nobody has given them up. */
    public void plug() {
        Tool.output(List.of("ip", "link", "set", process.cable(), "up"), "");
    }

    /** Open connections outlive it, as they do on any host. */
    public void restartSsh() {
        run("systemctl", "restart", "ssh.service");
    }

    /** Shuts down and boots again, with another boot id and the same disk. Returns when it takes logins. */
    public void reboot() {
        var before = process.leader();
        run("systemctl", "--no-block", "reboot");
        Listener.until(() -> process.findLeader().filter(now -> now != before).isPresent(), PATIENCE);
        awaitLogins();
    }

    @Override
    public void close() {
        process.close();
    }

    private static DebianHost booted(DebianHost host) {
        try {
            host.awaitLogins();
            return host;
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    private void awaitLogins() {
        try {
            Listener.until(() -> isUp() && answers(), PATIENCE);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(hostname + " does not boot: " + process.console(), e);
        }
    }

    private boolean isUp() {
        return process.findLeader().isPresent()
                && attempt("systemctl", "is-system-running").output().strip().matches("running|degraded");
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(), port()), 1000);
            socket.setSoTimeout(1000);
            return new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII).equals("SSH-");
        } catch (IOException e) {
            return false; // not yet
        }
    }
}
