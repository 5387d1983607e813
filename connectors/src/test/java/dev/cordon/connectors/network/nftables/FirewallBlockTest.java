package dev.cordon.connectors.network.nftables;

import static dev.cordon.lab.netns.LabNetwork.connects;
import static dev.cordon.lab.netns.LabNetwork.pings;
import static dev.cordon.lab.netns.LabNetwork.ruleset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.BlockTarget;
import dev.cordon.action.BlockTarget.TargetType;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.FirewallBlock.Direction;
import dev.cordon.action.Reason;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.lab.netns.LabNetwork;
import dev.cordon.lab.netns.Listener;
import dev.cordon.lab.netns.NeedsNetworkNamespaces;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks tried with real packets, from the request to the journal and back. */
@NeedsNetworkNamespaces
class FirewallBlockTest {

    static final String FOREIGN = """
            table inet shop {
              set admins { type ipv4_addr; elements = { 192.0.2.1, 192.0.2.2 } }
              chain input { type filter hook input priority 0; policy accept; ct state established,related accept; ip saddr @admins accept; }
              chain forward { type filter hook forward priority 0; policy accept; ct state established,related accept; }
            }
            """;

    @TempDir
    private Path folder;

    private LabNetwork network;
    private FilterStand stand;

    @BeforeEach
    void open() {
        network = LabNetwork.open();
        LabNetwork.nft(network.firewall(), FOREIGN);
        stand = FilterStand.on(folder.resolve("data"), network.firewall());
    }

    @AfterEach
    void close() {
        stand.close();
        network.close();
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7,     INBOUND,  198.51.100.7,  198.51.100.8,  203.0.113.10",
        "198.51.100.7,     BOTH,     198.51.100.7,  198.51.100.8,  203.0.113.10",
        "203.0.113.10,     OUTBOUND, 198.51.100.7,  10.9.9.9,      203.0.113.10",
        "10.9.9.0/28,      INBOUND,  10.9.9.9,      198.51.100.8,  203.0.113.10",
        "2001:db8:a::7,    INBOUND,  2001:db8:a::7, 2001:db8:a::8, 2001:db8:b::10",
        "2001:db8:b::/64,  OUTBOUND, 2001:db8:a::7, fd00:9::9,     2001:db8:b::10",
        "fd00:9::/64,      BOTH,     fd00:9::9,     2001:db8:a::8, 2001:db8:b::10",
    })
    void a_blocked_address_is_cut_off_until_it_is_rolled_back(
            String target, Direction direction, String blocked, String other, String server) throws Exception {
        var before = ruleset(network.firewall());
        var elsewhere = server.contains(":") ? "fd00:8::8" : "10.8.8.8";
        assertThat(pings(network.attacker(), blocked, server)).isTrue();

        var run = completed(stand.apply(block(target, direction)));

        assertThat(pings(network.attacker(), blocked, server)).isFalse();
        assertThat(pings(network.attacker(), other, direction == Direction.OUTBOUND ? elsewhere : server))
                .isTrue();

        rolledBack(stand.rollback(run));
        assertThat(ruleset(network.firewall())).isEqualTo(before);
        assertThat(pings(network.attacker(), blocked, server)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"6005, INBOUND", "6000-6010, INBOUND", "6005, OUTBOUND", "6005-6006, BOTH"})
    void blocked_ports_take_no_connections_in_either_family(String ports, Direction direction) throws Exception {
        var before = ruleset(network.firewall());
        try (var _ = Listener.at(network.server(), 6005);
                var _ = Listener.at(network.server(), 6011)) {
            assertThat(connects(network.attacker(), "203.0.113.10", 6005)).isTrue();

            var run = completed(stand.apply(block(ports, TargetType.PORT, direction)));

            assertThat(connects(network.attacker(), "203.0.113.10", 6005)).isFalse();
            assertThat(connects(network.attacker(), "2001:db8:b::10", 6005)).isFalse();
            assertThat(connects(network.attacker(), "203.0.113.10", 6011)).isTrue();
            rolledBack(stand.rollback(run));
            assertThat(connects(network.attacker(), "203.0.113.10", 6005)).isTrue();
        }
        assertThat(ruleset(network.firewall())).isEqualTo(before);
    }

    @Test
    void an_open_connection_is_cut_although_another_table_accepts_what_is_established() throws Exception {
        try (var listener = Listener.at(network.server(), 9002);
                var speaker = Listener.speaker(network.attacker(), "203.0.113.10", 9002)) {
            speaker.say("before");
            Listener.until(() -> listener.heard().contains("before"));

            completed(stand.apply(block("198.51.100.7", Direction.INBOUND)));
            speaker.say("after");

            Listener.until(() -> dropped() > 0);
            assertThat(listener.heard()).doesNotContain("after");
        }
    }

    @ParameterizedTest
    @CsvSource({"198.51.100.7, 203.0.113.10", "2001:db8:a::/64, 2001:db8:b::10"})
    void a_connection_through_the_firewall_is_forgotten(String target, String server) throws Exception {
        try (var _ = Listener.at(network.server(), 9002);
                var speaker = Listener.speaker(network.attacker(), server, 9002)) {
            speaker.say("before");
            Listener.until(() -> tracked(target).contains("ESTABLISHED"));

            completed(stand.apply(block(target, Direction.BOTH)));

            assertThat(tracked(target)).doesNotContain("dport=9002");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7,    IP,   203.0.113.10",
        "198.51.100.0/24, IP,   203.0.113.10",
        "2001:db8:a::/64, IP,   2001:db8:b::10",
        "9002-9003,       PORT, 203.0.113.10"
    })
    void an_open_connection_of_the_host_itself_is_ended_and_does_not_go_on_after_a_rollback(
            String target, TargetType type, String address) throws Exception {
        try (var own = FilterStand.on(folder.resolve("server"), network.server());
                var _ = Listener.at(network.server(), 9002);
                var _ = Listener.speaker(network.attacker(), address, 9002)) {
            Listener.until(() ->
                    LabNetwork.sockets(network.server(), "sport", "=", ":9002").contains("ESTAB"));

            var run = completed(own.apply(block(target, type, Direction.INBOUND)));

            assertThat(LabNetwork.sockets(network.server(), "sport", "=", ":9002"))
                    .isEmpty();
            rolledBack(own.rollback(run));
            assertThat(LabNetwork.sockets(network.server(), "sport", "=", ":9002"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "203.0.113.10", "2001:db8:b::10"})
    void a_connection_of_the_host_to_itself_is_left_open_where_its_port_is_blocked(String address) throws Exception {
        try (var own = FilterStand.on(folder.resolve("server"), network.server());
                var _ = Listener.at(network.server(), 9002);
                var _ = Listener.speaker(network.server(), address, 9002)) {
            Listener.until(() ->
                    LabNetwork.sockets(network.server(), "sport", "=", ":9002").contains("ESTAB"));

            completed(own.apply(block("9002", TargetType.PORT, Direction.BOTH)));

            assertThat(LabNetwork.sockets(network.server(), "sport", "=", ":9002"))
                    .contains("ESTAB");
        }
    }

    @Test
    void a_connection_of_the_responders_is_left_open_where_its_port_is_blocked() throws Exception {
        var settings = "{netns: " + network.server() + ", management: [198.51.100.0/24]}";
        try (var own = new FilterStand(folder.resolve("server"), new Nftables(Clock.systemUTC()), settings, Map.of());
                var _ = Listener.at(network.server(), 9002);
                var _ = Listener.speaker(network.attacker(), "203.0.113.10", 9002)) {
            Listener.until(() ->
                    LabNetwork.sockets(network.server(), "sport", "=", ":9002").contains("ESTAB"));

            completed(own.apply(block("9002", TargetType.PORT, Direction.INBOUND)));

            assertThat(LabNetwork.sockets(network.server(), "sport", "=", ":9002"))
                    .contains("ESTAB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7", "198.51.100.0/28"})
    void the_kernel_releases_a_block_by_itself_and_rollback_removes_the_empty_table(String target) throws Exception {
        var before = ruleset(network.firewall());
        var plan = stand.plan(block(target, Direction.INBOUND), Optional.of(Duration.ofSeconds(2)));
        var run = completed(stand.apply(plan));
        Listener.until(() -> pings(network.attacker(), "198.51.100.7", "203.0.113.10"));

        var back = rolledBack(stand.rollback(run));

        assertThat(back.actions().values().iterator().next().note()).contains("released by the platform itself");
        assertThat(ruleset(network.firewall())).isEqualTo(before);
    }

    @Test
    void duration_hours_is_the_kernels_own_timeout_and_ten_years_fit() throws Exception {
        var request = new FirewallBlock(
                BlockTarget.parse("198.51.100.7", TargetType.IP), Direction.BOTH, new Reason("test"), 87_600);

        var run = completed(stand.apply(request));

        assertThat(ruleset(network.firewall())).contains("198.51.100.7 timeout 3650d");
        rolledBack(stand.rollback(run));
        assertThat(stand.draw(request, Optional.of(Duration.ofHours(1))).toString())
                .contains("duration_hours and ttl");
    }

    @Test
    void blocks_share_a_table_and_are_undone_in_any_order() throws Exception {
        var before = ruleset(network.firewall());
        var first = completed(stand.apply(block("198.51.100.7", Direction.BOTH)));
        var second = completed(stand.apply(block("198.51.100.0/24", Direction.INBOUND)));
        var third = completed(stand.apply(block("6005", TargetType.PORT, Direction.BOTH)));

        rolledBack(stand.rollback(first));
        assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.10")).isFalse();
        rolledBack(stand.rollback(third));
        rolledBack(stand.rollback(second));

        assertThat(ruleset(network.firewall())).isEqualTo(before);
        assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.10")).isTrue();
    }

    @Test
    void ten_at_once_neither_fail_nor_leave_anything_behind() throws Exception {
        var before = ruleset(network.firewall());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<RunState>>();
            for (var i = 0; i < 10; i++) {
                var number = i;
                running.add(threads.submit(() -> appliedAndUndone(number)));
            }
            for (var one : running) {
                rolledBack(one.get());
            }
        }
        assertThat(ruleset(network.firewall())).isEqualTo(before);
    }

    private RunState appliedAndUndone(int number) throws InterruptedException {
        try (var own = FilterStand.on(folder.resolve("data" + number), network.firewall())) {
            var run = completed(own.apply(block("192.0.2." + (100 + number), Direction.BOTH)));
            return own.rollback(run);
        }
    }

    @Test
    void a_full_map_is_a_failure_that_says_so() throws Exception {
        var small = new Nftables(Clock.systemUTC(), 2);
        var settings = "{netns: " + network.firewall() + "}";
        try (var own = new FilterStand(folder.resolve("small"), small, settings, Map.of())) {
            completed(own.apply(block("192.0.2.1", Direction.INBOUND)));
            completed(own.apply(block("192.0.2.2", Direction.INBOUND)));

            var run = own.apply(block("192.0.2.3", Direction.INBOUND));

            assertThat(run.status()).isEqualTo(Status.FAILED);
            assertThat(run.actions().values().iterator().next().note()).contains("full");
            assertThat(ruleset(network.firewall())).doesNotContain("192.0.2.3");
        }
    }

    @Test
    void a_flushed_table_is_drift_and_is_said() throws Exception {
        var run = completed(stand.apply(block("198.51.100.7", Direction.INBOUND)));
        LabNetwork.in(network.firewall(), "nft", "flush", "table", "inet", "cordon");

        assertThat(stand.refusal(block("198.51.100.8", Direction.INBOUND)))
                .contains("drift")
                .contains("rules of chain inbound");

        var back = stand.rollback(run);
        assertThat(back.status()).isEqualTo(Status.FAILED);
        assertThat(back.actions().values().iterator().next().note()).contains("rules of chain inbound");
    }

    @Test
    void a_ruleset_that_somebody_flushed_is_reported_and_nothing_is_left_to_undo() throws Exception {
        var run = completed(stand.apply(block("198.51.100.7", Direction.INBOUND)));
        LabNetwork.in(network.firewall(), "nft", "flush", "ruleset");

        var back = rolledBack(stand.rollback(run));

        assertThat(back.actions().values().iterator().next().note()).contains("no longer as it was left");
    }

    @Test
    void what_is_blocked_already_needs_nothing_and_what_cannot_stand_beside_it_is_refused() throws Exception {
        completed(stand.apply(block("198.51.100.0/28", Direction.INBOUND)));

        assertThat(isEmpty(block("198.51.100.0/28", Direction.INBOUND))).isTrue();
        assertThat(isEmpty(block("198.51.100.0/30", Direction.INBOUND))).isTrue();
        assertThat(isEmpty(block("198.51.100.0/28", Direction.BOTH))).isFalse();
        assertThat(stand.refusal(block("198.51.100.0/24", Direction.INBOUND))).contains("198.51.100.0/28");
    }

    @Test
    void only_the_missing_direction_is_added_and_taken_back() throws Exception {
        completed(stand.apply(block("198.51.100.7", Direction.INBOUND)));
        var before = withoutCounts();

        var run = completed(stand.apply(block("198.51.100.7", Direction.BOTH)));
        rolledBack(stand.rollback(run));

        assertThat(withoutCounts()).isEqualTo(before);
    }

    @Test
    void a_block_that_ends_sooner_is_no_block_for_ever() throws Exception {
        completed(stand.apply(stand.plan(block("198.51.100.7", Direction.INBOUND), Optional.of(Duration.ofHours(1)))));

        assertThat(stand.refusal(block("198.51.100.7", Direction.INBOUND))).contains("only for another");
    }

    @Test
    void a_network_inside_one_that_ends_sooner_is_not_taken_as_blocked_for_ever() throws Exception {
        var hour = Optional.of(Duration.ofHours(1));
        completed(stand.apply(stand.plan(block("198.51.100.0/28", Direction.INBOUND), hour)));

        assertThat(stand.refusal(block("198.51.100.0/30", Direction.INBOUND))).contains("only for another");
    }

    @Test
    void the_rendered_plan_does_the_same_when_it_is_pasted() throws Exception {
        var before = ruleset(network.firewall());
        var plan = stand.plan(block("198.51.100.7", Direction.BOTH), Optional.empty())
                .actions()
                .getFirst()
                .plan();
        var block = plan.steps().get(1);
        var transport = stand.platform().transport();

        LabNetwork.in(network.firewall(), "sh", "-c", transport.render(block.apply()));
        var pasted = ruleset(network.firewall());
        LabNetwork.in(network.firewall(), "sh", "-c", transport.render(block.undo()));
        assertThat(ruleset(network.firewall())).isEqualTo(before);

        completed(stand.apply(block("198.51.100.7", Direction.BOTH)));
        assertThat(ruleset(network.firewall())).isEqualTo(pasted);
    }

    private boolean isEmpty(FirewallBlock request) {
        return stand.plan(request, Optional.empty()).actions().getFirst().plan().isEmpty();
    }

    @Test
    void blocks_that_are_set_and_lifted_side_by_side_leave_the_ruleset_as_it_was() throws Exception {
        var before = ruleset(network.firewall());
        var blocks = IntStream.range(1, 25)
                .mapToObj(i -> block("198.51.100." + (100 + i), Direction.BOTH))
                .toList();

        var run = completed(stand.apply(stand.plan(blocks)));
        var during = ruleset(network.firewall());
        rolledBack(stand.rollback(run));

        assertThat(during).contains("198.51.100.101", "198.51.100.124");
        assertThat(ruleset(network.firewall())).isEqualTo(before);
    }

    private String withoutCounts() {
        return ruleset(network.firewall()).replaceAll("packets \\d+ bytes \\d+", "");
    }

    private String tracked(String target) {
        return LabNetwork.in(network.firewall(), "conntrack", "-L", "-s", target);
    }

    private long dropped() {
        var chain = LabNetwork.in(network.firewall(), "nft", "list", "chain", "inet", "cordon", "blocked");
        return Long.parseLong(chain.replaceAll("(?s).*packets (\\d+).*", "$1"));
    }

    private static RunState completed(RunState state) {
        assertThat(state.status()).as(state.toString()).isEqualTo(Status.COMPLETED);
        return state;
    }

    private static RunState rolledBack(RunState state) {
        assertThat(state.status()).as(state.toString()).isEqualTo(Status.ROLLED_BACK);
        return state;
    }

    static FirewallBlock block(String target, Direction direction) {
        return block(target, TargetType.IP, direction);
    }

    static FirewallBlock block(String target, TargetType type, Direction direction) {
        return new FirewallBlock(BlockTarget.parse(target, type), direction, new Reason("test"), 0);
    }
}
