package dev.cordon.connectors.network.nftables;

import static dev.cordon.connectors.network.nftables.FirewallBlockTest.block;
import static dev.cordon.connectors.network.nftables.HostIsolationTest.isolate;

import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.FirewallBlock.Direction;
import dev.cordon.action.IsolateHost.IsolationType;
import dev.cordon.lab.host.DebianHost;
import dev.cordon.lab.laws.LawCase;
import dev.cordon.plan.PlatformType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The packet filter of a Debian host, reached over SSH by an account that becomes root with sudo. */
public final class HostCase implements LawCase {

    static final String BLOCK = "a network blocked over SSH";
    static final String ISOLATION = "full isolation of the host that SSH goes to";

    private static final String ADDRESS = "cordon.test.nftables.address";
    private static final String KEY = "cordon.test.nftables.key";
    private static final String KNOWN_HOSTS = "cordon.test.nftables.known_hosts";
    private static final String STRANGER = "198.51.100.7";

    private static DebianHost host;

    private final String name;

    public HostCase(String name) {
        this.name = name;
    }

    /** What this process, and those that the laws kill, reach. */
    static void on(DebianHost target) {
        host = target;
        System.setProperty(ADDRESS, target.address());
        System.setProperty(KEY, target.privateKey().toString());
        System.setProperty(KNOWN_HOSTS, target.knownHosts().toString());
        invite(target);
    }

    static void off() {
        List.of(ADDRESS, KEY, KNOWN_HOSTS).forEach(System::clearProperty);
    }

    static String settings(String more) {
        return "{host: %s, user: cordon, sudo: true, key: env:SSH_KEY, known_hosts: \"file:%s\"%s}"
                .formatted(System.getProperty(ADDRESS), System.getProperty(KNOWN_HOSTS), more);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ContainmentRequest request() {
        return name.equals(BLOCK)
                ? block("198.51.100.0/24", Direction.BOTH)
                : isolate(System.getProperty(ADDRESS), IsolationType.FULL, "203.0.113.9");
    }

    @Override
    public PlatformType type() {
        return new Nftables(Clock.systemUTC());
    }

    @Override
    public String settings() {
        return settings("");
    }

    @Override
    public Map<String, String> environment() {
        return key();
    }

    static Map<String, String> key() {
        try {
            return Map.of("SSH_KEY", Files.readString(Path.of(System.getProperty(KEY))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(
                ADDRESS, System.getProperty(ADDRESS),
                KEY, System.getProperty(KEY),
                KNOWN_HOSTS, System.getProperty(KNOWN_HOSTS));
    }

    @Override
    public void reset() {
        host.write("/root/foreign.nft", "flush ruleset\n" + FirewallBlockTest.FOREIGN);
        host.run("nft", "-f", "/root/foreign.nft");
    }

    @Override
    public String trueState() {
        return host.run("nft", "list", "ruleset").replaceAll("packets \\d+ bytes \\d+", "");
    }

    /** Nobody at the stranger's address can be called any more. */
    @Override
    public boolean inForce() {
        var call = "exec 3<>/dev/tcp/" + STRANGER + "/22";
        return host.attempt("timeout", "1", "bash", "-c", call).exit() != 0;
    }

    /** Somebody else on a network of his own, who listens. */
    private static void invite(DebianHost host) {
        host.run("sh", "-euc", """
                ip netns add stranger
                ip link add cable type veth peer name cable netns stranger
                ip address add 198.51.100.1/24 dev cable
                ip link set cable up
                ip -n stranger address add "$0/24" dev cable
                ip -n stranger link set cable up
                ip netns exec stranger /usr/sbin/sshd
                """, STRANGER);
    }
}
