package dev.cordon.lab.host;

import dev.cordon.lab.netns.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The process that holds a host up, and everything that it is made of: see {@code outside.sh}.
 *
 * <p>The pipe to it is the lifeline: when this side of it closes, by {@link #close} or by the death of this process,
 * the host and its mounts, networks and control groups are gone within half a second.
 */
final class HostProcess implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String CONSOLE = "console";

    private final Process process;
    private final Path scratch;
    private final String cable;
    private final String address;

    private HostProcess(Process process, Path scratch, String cable, String address) {
        this.process = process;
        this.scratch = scratch;
        this.cable = cable;
        this.address = address;
    }

    static Optional<String> missing() {
        var trial = List.of("unshare", "--mount", "--pid", "--fork", "--mount-proc", "true");
        return Tool.isThere("unshare") && Tool.run(trial, "").exit() == 0
                ? Optional.empty()
                : Optional.of("a host in a container needs root: run the tests as root");
    }

    /** Nobody else's on this machine, and fit to be a hostname. */
    static String newName() {
        return "lab" + ProcessHandle.current().pid() + "h" + COUNT.incrementAndGet();
    }

    /** Returns when it has an address, which is before it has booted. The scratch folder goes when it ends. */
    static HostProcess start(Path scratch, String name, Path tree) throws IOException {
        Script.INSIDE.in(scratch);
        var process = new ProcessBuilder(
                        "sh", Script.OUTSIDE.in(scratch).toString(), scratch.toString(), name, tree.toString())
                .redirectError(scratch.resolve(CONSOLE).toFile())
                .start();
        var line = process.inputReader().readLine();
        if (line == null) {
            process.getOutputStream().close();
            throw new IllegalStateException("no host could be made: " + console(scratch));
        }
        var said = line.split(" ");
        HostSeed.writeKnownHosts(scratch, said[1]);
        return new HostProcess(process, scratch, said[0], said[1]);
    }

    String address() {
        return address;
    }

    /** The network device on this side. */
    String cable() {
        return cable;
    }

    /** What the host has said on its console so far. */
    String console() {
        return console(scratch);
    }

    /** The pid of the host's init here. */
    long leader() {
        return findLeader().orElseThrow(() -> new IllegalStateException("the host is down: " + console()));
    }

    /** Empty before it has begun to boot, and between shutting down and booting again. */
    Optional<Long> findLeader() {
        return process.descendants()
                .map(ProcessHandle::pid)
                .filter(HostProcess::isInitOfInner)
                .findFirst();
    }

    /** For a program to run on the host, with nothing of this process's environment. */
    List<String> inside(String... argv) {
        var entering = Stream.of("nsenter", "--target", Long.toString(leader()), "--all");
        var environment = Stream.of(
                "env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin", "LC_ALL=C.UTF-8", "HOME=/root");
        return Stream.of(entering, environment, Stream.of(argv))
                .flatMap(words -> words)
                .toList();
    }

    /** For a program of this machine to run in the host's network. */
    List<String> inItsNetwork(String... argv) {
        return Stream.concat(Stream.of("nsenter", "--target", Long.toString(leader()), "--net"), Stream.of(argv))
                .toList();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the host does not end: " + process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The first process of a pid namespace within the one that holds the host: two below this process's own. */
    private static boolean isInitOfInner(long pid) {
        var here = pidsOf(ProcessHandle.current().pid());
        var there = pidsOf(pid);
        return there.size() == here.size() + 2 && there.getLast().equals("1");
    }

    /** A process's ids in the pid namespaces that it is in, from this one inwards; none where it is gone. */
    private static List<String> pidsOf(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("NSpid:"))
                    .flatMap(line ->
                            Stream.of(line.substring("NSpid:".length()).strip().split("\\s+")))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static String console(Path scratch) {
        try {
            return Files.readString(scratch.resolve(CONSOLE));
        } catch (IOException e) {
            return "(its console is gone: " + e.getMessage() + ")";
        }
    }
}
