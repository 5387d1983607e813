package dev.cordon.connectors.network.nftables;

import static dev.cordon.connectors.network.nftables.FirewallBlockTest.block;
import static dev.cordon.connectors.network.nftables.HostIsolationTest.isolate;

import dev.cordon.action.BlockTarget.TargetType;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.FirewallBlock.Direction;
import dev.cordon.action.IsolateHost.IsolationType;
import dev.cordon.lab.laws.LawCase;
import dev.cordon.lab.netns.LabNetwork;
import dev.cordon.plan.PlatformType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One request on the firewall, or on the server, of a lab network whose name stands in a system property. */
public final class NetworkCase implements LawCase {

    static final String NETWORK = "cordon.lab.network";
    static final int PORT = 6005;

    /** What is asked, where, and how it shows. */
    private record Case(
            String name,
            ContainmentRequest request,
            Optional<Duration> ttl,
            boolean onTheServer,
            Predicate<LabNetwork> inForce) {}

    private static final List<Case> CASES = List.of(
            new Case(
                    "an address inbound",
                    block("198.51.100.7", Direction.INBOUND),
                    Optional.empty(),
                    false,
                    net -> !LabNetwork.pings(net.attacker(), "198.51.100.7", "203.0.113.10")),
            new Case(
                    "an IPv6 network both ways",
                    block("2001:db8:a::/64", Direction.BOTH),
                    Optional.empty(),
                    false,
                    net -> !LabNetwork.pings(net.attacker(), "2001:db8:a::7", "2001:db8:b::10")),
            new Case(
                    "a range of ports for an hour",
                    block("6000-6010", TargetType.PORT, Direction.INBOUND),
                    Optional.of(Duration.ofHours(1)),
                    false,
                    net -> !LabNetwork.connects(net.attacker(), "203.0.113.10", PORT)),
            new Case(
                    "full isolation of itself",
                    isolate("203.0.113.10", IsolationType.FULL, "198.51.100.8"),
                    Optional.empty(),
                    true,
                    net -> !LabNetwork.pings(net.attacker(), "198.51.100.7", "203.0.113.10")
                            && LabNetwork.pings(net.attacker(), "198.51.100.8", "203.0.113.10")),
            new Case(
                    "partial isolation at the gateway",
                    isolate("2001:db8:a::7", IsolationType.PARTIAL),
                    Optional.empty(),
                    false,
                    net -> !LabNetwork.pings(net.attacker(), "2001:db8:a::7", "2001:db8:b::10")
                            && LabNetwork.pings(net.attacker(), "2001:db8:a::7", "fd00:8::8")),
            new Case(
                    "monitoring at the gateway",
                    isolate("198.51.100.7", IsolationType.MONITOR),
                    Optional.empty(),
                    false,
                    net -> LabNetwork.ruleset(net.firewall()).contains("cordon_isolate_198.51.100.7")
                            && LabNetwork.pings(net.attacker(), "198.51.100.7", "203.0.113.10")));

    private final Case one;
    private final LabNetwork network;

    public NetworkCase(String name) {
        this.one =
                CASES.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
        this.network = LabNetwork.joined(System.getProperty(NETWORK));
    }

    static List<LawCase> all() {
        return CASES.stream().<LawCase>map(it -> new NetworkCase(it.name())).toList();
    }

    @Override
    public String name() {
        return one.name();
    }

    @Override
    public ContainmentRequest request() {
        return one.request();
    }

    @Override
    public Optional<Duration> ttl() {
        return one.ttl();
    }

    @Override
    public PlatformType type() {
        return new Nftables(Clock.systemUTC());
    }

    @Override
    public String settings() {
        return "{netns: " + namespace() + ", management: [192.0.2.0/24]}";
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(NETWORK, network.name());
    }

    @Override
    public void reset() {
        for (var namespace : List.of(network.firewall(), network.server())) {
            LabNetwork.nft(namespace, "flush ruleset\n" + FirewallBlockTest.FOREIGN);
        }
    }

    /** Without what passing packets and passing time change. */
    @Override
    public String trueState() {
        return LabNetwork.ruleset(namespace())
                .replaceAll("packets \\d+ bytes \\d+", "")
                .replaceAll("expires [0-9a-z]+", "");
    }

    @Override
    public boolean inForce() {
        return one.inForce().test(network);
    }

    private String namespace() {
        return one.onTheServer() ? network.server() : network.firewall();
    }
}
