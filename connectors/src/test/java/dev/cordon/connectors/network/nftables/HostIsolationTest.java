package dev.cordon.connectors.network.nftables;

import static dev.cordon.lab.netns.LabNetwork.pings;
import static dev.cordon.lab.netns.LabNetwork.ruleset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.Hostname;
import dev.cordon.action.IpAddress;
import dev.cordon.action.IsolateHost;
import dev.cordon.action.IsolateHost.IsolationType;
import dev.cordon.action.Peer;
import dev.cordon.action.Reason;
import dev.cordon.journal.Status;
import dev.cordon.lab.netns.LabNetwork;
import dev.cordon.lab.netns.Listener;
import dev.cordon.lab.netns.NeedsNetworkNamespaces;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Isolation tried with real packets, on the host itself and at its gateway. */
@NeedsNetworkNamespaces
class HostIsolationTest {

    @TempDir
    private Path folder;

    private LabNetwork network;
    private FilterStand server;
    private FilterStand firewall;

    @BeforeEach
    void open() {
        network = LabNetwork.open();
        LabNetwork.nft(network.server(), FirewallBlockTest.FOREIGN);
        LabNetwork.nft(network.firewall(), FirewallBlockTest.FOREIGN);
        server = FilterStand.on(folder.resolve("server"), network.server());
        firewall = FilterStand.on(folder.resolve("firewall"), network.firewall());
    }

    @AfterEach
    void close() {
        server.close();
        firewall.close();
        network.close();
    }

    @Test
    void full_isolation_on_the_host_itself_leaves_only_the_allow_list_in_both_families() throws Exception {
        var before = ruleset(network.server());

        var run = server.apply(isolate("203.0.113.10", IsolationType.FULL, "198.51.100.8", "2001:db8:a::8"));

        assertThat(run.status()).as(run.toString()).isEqualTo(Status.COMPLETED);
        assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.10")).isFalse();
        assertThat(pings(network.attacker(), "198.51.100.8", "203.0.113.10")).isTrue();
        assertThat(pings(network.attacker(), "2001:db8:a::7", "2001:db8:b::10")).isFalse();
        assertThat(pings(network.attacker(), "2001:db8:a::8", "2001:db8:b::10")).isTrue();
        assertThat(pings(network.server(), "", "198.51.100.7")).isFalse();
        assertThat(pings(network.server(), "", "127.0.0.1")).isTrue();

        var back = server.rollback(run);

        assertThat(back.status()).as(back.toString()).isEqualTo(Status.ROLLED_BACK);
        assertThat(ruleset(network.server())).isEqualTo(before);
        assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.10")).isTrue();
    }

    @Test
    void partial_isolation_on_the_host_itself_leaves_private_addresses() throws Exception {
        var run = server.apply(isolate("203.0.113.10", IsolationType.PARTIAL));

        assertThat(run.status()).as(run.toString()).isEqualTo(Status.COMPLETED);
        assertThat(pings(network.attacker(), "10.9.9.9", "203.0.113.10")).isTrue();
        assertThat(pings(network.attacker(), "fd00:9::9", "fd00:8::8")).isTrue();
        assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.10")).isFalse();
        assertThat(pings(network.attacker(), "2001:db8:a::7", "2001:db8:b::10")).isFalse();
    }

    @Test
    void monitoring_blocks_nothing_and_counts() throws Exception {
        var before = ruleset(network.server());
        var run = server.apply(isolate("203.0.113.10", IsolationType.MONITOR));

        assertThat(run.status()).as(run.toString()).isEqualTo(Status.COMPLETED);
        assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.10")).isTrue();
        assertThat(LabNetwork.in(network.server(), "nft", "list", "counter", "inet", "cordon_isolate", "in"))
                .doesNotContain("packets 0 ");

        assertThat(server.rollback(run).status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(ruleset(network.server())).isEqualTo(before);
    }

    @Test
    void the_gateway_cuts_off_one_host_and_no_other() throws Exception {
        var before = ruleset(network.firewall());

        var run = firewall.apply(isolate("198.51.100.7", IsolationType.FULL, "203.0.113.1"));

        assertThat(run.status()).as(run.toString()).isEqualTo(Status.COMPLETED);
        assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.10")).isFalse();
        assertThat(pings(network.attacker(), "198.51.100.7", "198.51.100.1")).isFalse();
        assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.1")).isTrue();
        assertThat(pings(network.attacker(), "198.51.100.8", "203.0.113.10")).isTrue();

        assertThat(firewall.rollback(run).status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(ruleset(network.firewall())).isEqualTo(before);
    }

    @Test
    void the_gateway_cuts_off_a_host_by_its_ipv6_address() throws Exception {
        var run = firewall.apply(isolate("2001:db8:a::7", IsolationType.PARTIAL));

        assertThat(run.status()).as(run.toString()).isEqualTo(Status.COMPLETED);
        assertThat(pings(network.attacker(), "2001:db8:a::7", "2001:db8:b::10")).isFalse();
        assertThat(pings(network.attacker(), "2001:db8:a::7", "fd00:8::8")).isTrue();
        assertThat(pings(network.attacker(), "2001:db8:a::8", "2001:db8:b::10")).isTrue();
    }

    @Test
    void the_gateway_watches_a_host_without_blocking_it() throws Exception {
        var run = firewall.apply(isolate("198.51.100.7", IsolationType.MONITOR));

        assertThat(run.status()).as(run.toString()).isEqualTo(Status.COMPLETED);
        assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.10")).isTrue();
        var table = "cordon_isolate_198.51.100.7";
        assertThat(LabNetwork.in(network.firewall(), "nft", "list", "counter", "inet", table, "out"))
                .doesNotContain("packets 0 ");
    }

    @Test
    void the_callers_path_stays_open() throws Exception {
        var environment = Map.of("SSH_CONNECTION", "198.51.100.8 50000 203.0.113.10 22");
        var settings = "{netns: " + network.server() + ", management: [10.9.9.0/24]}";
        try (var stand =
                new FilterStand(folder.resolve("ssh"), new Nftables(Clock.systemUTC()), settings, environment)) {

            var run = stand.apply(isolate("203.0.113.10", IsolationType.FULL));

            assertThat(run.status()).as(run.toString()).isEqualTo(Status.COMPLETED);
            assertThat(pings(network.attacker(), "198.51.100.8", "203.0.113.10"))
                    .isTrue();
            assertThat(pings(network.attacker(), "10.9.9.9", "203.0.113.10")).isTrue();
            assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.10"))
                    .isFalse();
        }
    }

    @Test
    void open_connections_of_an_isolated_host_are_ended_except_those_that_stay_allowed() throws Exception {
        try (var _ = Listener.at(network.server(), 9002);
                var _ = Listener.at(network.server(), 9003);
                var _ = Listener.at(network.attacker(), 9004);
                var _ = Listener.at(network.server(), 9005);
                var _ = Listener.speaker(network.attacker(), "203.0.113.10", 9002);
                var _ = Listener.speaker(network.attacker(), "2001:db8:b::10", 9003);
                var _ = Listener.speaker(network.server(), "10.9.9.9", 9004);
                var _ = Listener.speaker(network.server(), "127.0.0.1", 9005)) {
            Listener.until(() -> open(9002) && open(9003) && open(9004) && open(9005));

            var run = server.apply(isolate("203.0.113.10", IsolationType.FULL, "10.9.9.0/24"));

            assertThat(run.status()).as(run.toString()).isEqualTo(Status.COMPLETED);
            assertThat(open(9002)).isFalse();
            assertThat(open(9003)).isFalse();
            assertThat(open(9004)).isTrue();
            assertThat(open(9005)).isTrue();
        }
    }

    private boolean open(int port) {
        return LabNetwork.sockets(network.server(), "sport", "=", ":" + port, "or", "dport", "=", ":" + port)
                .contains("ESTAB");
    }

    @Test
    void an_isolated_host_is_left_as_it_is_and_a_changed_table_is_not_overwritten() throws Exception {
        var run = server.apply(isolate("203.0.113.10", IsolationType.FULL));
        assertThat(server.plan(isolate("10.8.8.8", IsolationType.FULL), Optional.empty())
                        .actions()
                        .getFirst()
                        .plan()
                        .isEmpty())
                .isTrue();
        assertThat(server.refusal(isolate("203.0.113.10", IsolationType.PARTIAL)))
                .contains("isolated already, but otherwise");
        LabNetwork.in(network.server(), "nft", "insert", "rule", "inet", "cordon_isolate", "input", "accept");

        var back = server.rollback(run);

        assertThat(back.status()).isEqualTo(Status.FAILED);
        assertThat(back.toString()).contains("rules of chain input not as Cordon made them");
        assertThat(ruleset(network.server())).contains("cordon_isolate");
    }

    @Test
    void names_in_the_allow_list_are_looked_up_before_the_cut() throws Exception {
        var request = isolate("203.0.113.10", IsolationType.FULL, "localhost");
        assertThat(server.plan(request, Optional.empty())
                        .actions()
                        .getFirst()
                        .facts()
                        .toString())
                .containsAnyOf("127.0.0.1", "::1");

        assertThat(server.refusal(isolate("203.0.113.10", IsolationType.FULL, "no-such-name.invalid")))
                .contains("no address of 'no-such-name.invalid'");
    }

    static IsolateHost isolate(String address, IsolationType type, String... allowed) {
        return new IsolateHost(
                new IpAddress(address),
                new Hostname("host-1"),
                new Reason("test"),
                type,
                Stream.of(allowed).map(Peer::parse).toList());
    }
}
