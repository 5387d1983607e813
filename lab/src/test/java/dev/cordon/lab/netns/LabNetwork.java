package dev.cordon.lab.netns;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * An attacker, a firewall that routes, and a server, joined by two cables:
 *
 * <pre>
 * attacker 198.51.100.7, .8, 10.9.9.9      firewall .1 | .1      203.0.113.10, 10.8.8.8 server
 *          2001:db8:a::7, ::8, fd00:9::9              ::1 | ::1  2001:db8:b::10, fd00:8::8
 * </pre>
 *
 * <p>The names are this process's own; {@link #close} removes all of it, and a hook does when nobody closes.
 */
public final class LabNetwork implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<String> NEEDED = List.of("nft", "ip", "ping", "nc", "ss", "conntrack", "sysctl");

    private final String name;
    private final Thread hook;
    private final boolean ours;

    private LabNetwork(String name, boolean ours) {
        this.name = name;
        this.hook = new Thread(this::remove);
        this.ours = ours;
    }

    /** One that another process has opened and will close. */
    public static LabNetwork joined(String name) {
        return new LabNetwork(name, false);
    }

    /** Why there can be no such network here, and what to install; empty where there can. */
    public static Optional<String> missing() {
        var absent = NEEDED.stream().filter(tool -> !Tool.isThere(tool)).toList();
        if (!absent.isEmpty()) {
            return Optional.of(absent
                    + " missing: apt-get install nftables iproute2 conntrack iputils-ping netcat-openbsd procps");
        }
        return mayMake() ? Optional.empty() : Optional.of("network namespaces need root: run the tests as root");
    }

    /** Tried: a container may have root without the right to make namespaces. */
    private static boolean mayMake() {
        var trial = "lab" + ProcessHandle.current().pid() + "x" + COUNT.incrementAndGet();
        var made = Tool.run(List.of("ip", "netns", "add", trial), "").exit() == 0;
        return made && Tool.run(List.of("ip", "netns", "del", trial), "").exit() == 0;
    }

    public static LabNetwork open() {
        var network = new LabNetwork("lab" + ProcessHandle.current().pid() + "x" + COUNT.incrementAndGet(), true);
        Runtime.getRuntime().addShutdownHook(network.hook);
        try {
            network.build();
            return network;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** For {@link #joined}. */
    public String name() {
        return name;
    }

    public String attacker() {
        return name + "a";
    }

    public String firewall() {
        return name + "f";
    }

    public String server() {
        return name + "s";
    }

    /** Runs a program in one of the namespaces. @throws IllegalStateException where it fails */
    public static String in(String namespace, String... argv) {
        return Tool.output(inside(namespace, argv), "");
    }

    /** Gives nft its text by standard input. */
    public static void nft(String namespace, String text) {
        Tool.output(inside(namespace, "nft", "-f", "-"), text);
    }

    public static String ruleset(String namespace) {
        return in(namespace, "nft", "list", "ruleset");
    }

    /** One packet there and one back, within a second; from the given address where it is not empty. */
    public static boolean pings(String namespace, String from, String to) {
        var source = from.isEmpty() ? Stream.<String>empty() : Stream.of("-I", from);
        var argv = Stream.of(Stream.of("ping", "-n", "-q", "-c", "1", "-W", "1"), source, Stream.of(to))
                .flatMap(words -> words)
                .toArray(String[]::new);
        return Tool.run(inside(namespace, argv), "").exit() == 0;
    }

    /** A TCP connection can be opened within a second; somebody must listen there, see {@link Listener}. */
    public static boolean connects(String namespace, String to, int port) {
        return Tool.run(inside(namespace, "nc", "-z", "-n", "-w", "1", to, Integer.toString(port)), "")
                        .exit()
                == 0;
    }

    /** The TCP connections of a namespace that pass this filter of ss(8), listening ones left out; empty for none. */
    public static String sockets(String namespace, String... filter) {
        var argv = Stream.concat(
                Stream.of("ss", "-HOtn", "state", "synchronized", "exclude", "time-wait"), Stream.of(filter));
        return in(namespace, argv.toArray(String[]::new)).strip();
    }

    static List<String> inside(String namespace, String... argv) {
        return Stream.concat(Stream.of("ip", "netns", "exec", namespace), Stream.of(argv))
                .toList();
    }

    private void build() {
        namespaces().forEach(LabNetwork::newNamespace);
        cable(attacker(), "outside");
        cable(server(), "inside");
        addresses(attacker(), "wire", "198.51.100.7/24", "198.51.100.8/24", "10.9.9.9/24");
        addresses(attacker(), "wire", "2001:db8:a::7/64", "2001:db8:a::8/64", "fd00:9::9/64");
        addresses(firewall(), "outside", "198.51.100.1/24", "10.9.9.1/24", "2001:db8:a::1/64", "fd00:9::1/64");
        addresses(firewall(), "inside", "203.0.113.1/24", "10.8.8.1/24", "2001:db8:b::1/64", "fd00:8::1/64");
        addresses(server(), "wire", "203.0.113.10/24", "10.8.8.8/24", "2001:db8:b::10/64", "fd00:8::8/64");
        routes(attacker(), "198.51.100.1", "2001:db8:a::1");
        routes(server(), "203.0.113.1", "2001:db8:b::1");
        in(firewall(), "sysctl", "-qw", "net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1");
    }

    private static void newNamespace(String namespace) {
        Tool.output(List.of("ip", "netns", "add", namespace), "");
        in(namespace, "sysctl", "-qw", "net.ipv6.conf.default.accept_dad=0");
        in(namespace, "ip", "link", "set", "lo", "up");
    }

    private void cable(String host, String side) {
        Tool.output(
                List.of(
                        "ip",
                        "link",
                        "add",
                        "wire",
                        "netns",
                        host,
                        "type",
                        "veth",
                        "peer",
                        "name",
                        side,
                        "netns",
                        firewall()),
                "");
        in(host, "ip", "link", "set", "wire", "up");
        in(firewall(), "ip", "link", "set", side, "up");
    }

    private static void addresses(String namespace, String device, String... addresses) {
        for (var address : addresses) {
            in(namespace, "ip", "addr", "add", address, "dev", device);
        }
    }

    private static void routes(String namespace, String gateway4, String gateway6) {
        in(namespace, "ip", "route", "add", "default", "via", gateway4);
        in(namespace, "ip", "-6", "route", "add", "default", "via", gateway6);
    }

    private List<String> namespaces() {
        return List.of(attacker(), firewall(), server());
    }

    /** What was never made cannot be removed: that is no failure here. */
    private void remove() {
        namespaces().forEach(namespace -> Tool.run(List.of("ip", "netns", "del", namespace), ""));
    }

    @Override
    public void close() {
        if (!ours) {
            return;
        }
        remove();
        if (!hook.equals(Thread.currentThread())) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
