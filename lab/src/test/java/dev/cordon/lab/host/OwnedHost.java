package dev.cordon.lab.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A host that belongs to a process of its own, which ends with this one. */
final class OwnedHost implements AutoCloseable {

    private final Process owner;
    private final OpenSsh root;
    private final Traces traces;

    private OwnedHost(Process owner, OpenSsh root, Traces traces) {
        this.owner = owner;
        this.root = root;
        this.traces = traces;
    }

    static OwnedHost start() {
        try {
            var owner = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OwnedHost.class.getName()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var said = owner.inputReader().readLine().split(" ");
            var key = Path.of(said[2]);
            var root = new OpenSsh(said[1], 22, "root", key, key.resolveSibling(HostSeed.KNOWN_HOSTS));
            return new OwnedHost(owner, root, Traces.of(said[0], said[1], key));
        } catch (IOException e) {
            throw new UncheckedIOException("no process with a host", e);
        }
    }

    OpenSsh root() {
        return root;
    }

    Traces traces() {
        return traces;
    }

    /** SIGKILL to the owner, not to what it holds. */
    void kill() {
        owner.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    /** The owner. Standard input ends when nobody wants the host any more. */
    public static void main(String[] arguments) throws IOException {
        try (var host = DebianHost.start(Furnishing.BARE)) {
            System.out.println(host.hostname() + " " + host.address() + " " + host.privateKey());
            System.in.readAllBytes();
        }
    }
}
