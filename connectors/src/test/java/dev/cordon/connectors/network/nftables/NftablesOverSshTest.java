package dev.cordon.connectors.network.nftables;

import static dev.cordon.connectors.network.nftables.FirewallBlockTest.block;
import static dev.cordon.connectors.network.nftables.HostIsolationTest.isolate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.BlockTarget.TargetType;
import dev.cordon.action.FirewallBlock.Direction;
import dev.cordon.action.IsolateHost.IsolationType;
import dev.cordon.journal.Status;
import dev.cordon.lab.host.DebianHost;
import dev.cordon.lab.host.Furnishing;
import dev.cordon.lab.host.NeedsDebianHost;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special about a filter that Cordon comes to over SSH: it must not cut its own way. */
@NeedsDebianHost
class NftablesOverSshTest {

    private static DebianHost host;

    @TempDir
    private Path folder;

    private FilterStand stand;

    @BeforeAll
    static void start() {
        host = DebianHost.start(Furnishing.FULL);
        HostCase.on(host);
    }

    @AfterAll
    static void stop() {
        HostCase.off();
        host.close();
    }

    @BeforeEach
    void open() {
        stand = stand("");
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void cordons_own_address_is_never_blocked_in_any_direction(Direction direction) {
        assertThat(stand.refusal(block(ownAddress(), direction))).contains("it would cut Cordon's own path");
        assertThat(stand.refusal(block("10.213.0.0/16", direction))).contains("it would cut Cordon's own path");
    }

    @ParameterizedTest
    @CsvSource({"22, INBOUND", "22, BOTH", "1-1023, INBOUND", "32768-60999, OUTBOUND", "50000, OUTBOUND"})
    void the_ports_of_its_connections_are_never_blocked(String ports, Direction direction) {
        assertThat(stand.refusal(block(ports, TargetType.PORT, direction))).contains("it would cut Cordon's own path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22", "4444"})
    void other_ports_are_blocked_and_freed_again(String port) throws Exception {
        var before = host.state();

        var run = stand.apply(block(port, TargetType.PORT, Direction.OUTBOUND));
        var back = stand.rollback(run);

        assertThat(run.status()).as(run.toString()).isEqualTo(Status.COMPLETED);
        assertThat(back.status()).as(back.toString()).isEqualTo(Status.ROLLED_BACK);
        assertThat(host.state().ruleset()).isEqualTo(before.ruleset());
    }

    @Test
    void an_isolated_host_can_still_be_reached_by_cordon_alone() throws Exception {
        var before = host.state();

        var run = stand.apply(isolate(host.address(), IsolationType.FULL));
        try (var another = stand("")) {
            assertThat(another.plan(isolate(host.address(), IsolationType.FULL), Optional.empty())
                            .actions()
                            .getFirst()
                            .plan()
                            .isEmpty())
                    .isTrue();
        }
        var back = stand.rollback(run);

        assertThat(run.status()).as(run.toString()).isEqualTo(Status.COMPLETED);
        assertThat(back.status()).as(back.toString()).isEqualTo(Status.ROLLED_BACK);
        assertThat(host.state().ruleset()).isEqualTo(before.ruleset());
    }

    @Test
    void whoever_comes_from_a_network_of_management_may_go_on_from_anywhere_in_it() {
        try (var managed = stand(", management: [10.213.0.0/16]")) {
            var plan = managed.plan(isolate(host.address(), IsolationType.FULL), Optional.empty());

            assertThat(plan.actions().getFirst().facts().toString()).contains("10.213.0.0/16");
            assertThat(plan.actions().getFirst().facts().toString()).doesNotContain(ownAddress());
        }
    }

    @Test
    void a_host_that_is_out_of_reach_has_no_plan() {
        host.unplug();
        try {
            assertThat(stand.refusal(block("198.51.100.7", Direction.BOTH))).contains(host.address());
        } finally {
            host.plug();
        }
    }

    private FilterStand stand(String settings) {
        var data = folder.resolve("data" + settings.hashCode() + System.nanoTime());
        return new FilterStand(data, new Nftables(Clock.systemUTC()), HostCase.settings(settings), HostCase.key());
    }

    /** This side of the cable: its network has two addresses. */
    private static String ownAddress() {
        var end = host.address().lastIndexOf('.') + 1;
        return host.address().substring(0, end)
                + (Integer.parseInt(host.address().substring(end)) - 1);
    }
}
