package dev.cordon.connectors.network.nftables;

import static dev.cordon.connectors.network.nftables.FirewallBlockTest.block;
import static dev.cordon.connectors.network.nftables.HostIsolationTest.isolate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.BlockTarget.TargetType;
import dev.cordon.action.Cidr;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.FirewallBlock.Direction;
import dev.cordon.action.IsolateHost.IsolationType;
import dev.cordon.action.PlatformName;
import dev.cordon.action.PortRange;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Reader;
import dev.cordon.plan.Refused;
import dev.cordon.plan.Shown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** No plan cuts the path that Cordon is run over. */
class OwnPathTest {

    private static final PlatformName EDGE = new PlatformName("edge");
    private static final Approach PATH = Approach.onThisMachine(
            List.of(Cidr.parse("10.0.100.0/24"), Cidr.parse("2001:db8:77::/48")),
            Map.of("SSH_CONNECTION", "203.0.113.9 50123 192.0.2.1 22"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.9",
                "203.0.113.0/24",
                "10.0.100.7",
                "10.0.0.0/8",
                "2001:db8:77:1::5",
                "2001:db8::/32",
                "::ffff:203.0.113.9"
            })
    void an_address_of_the_path_is_never_blocked_in_any_direction(String target) {
        for (var direction : Direction.values()) {
            assertThat(reason(plan(block(target, direction)))).contains("path");
        }
    }

    @ParameterizedTest
    @CsvSource({"22, INBOUND", "1-1023, INBOUND", "22, BOTH", "50123, OUTBOUND", "1024-65535, OUTBOUND"})
    void the_ports_of_the_session_are_never_blocked(String ports, Direction direction) {
        assertThat(reason(plan(block(ports, TargetType.PORT, direction)))).contains("Cordon's own path");
    }

    @ParameterizedTest
    @CsvSource({"22, OUTBOUND", "443, BOTH", "50123, INBOUND"})
    void other_ports_are_blocked(String ports, Direction direction) {
        assertThat(plan(block(ports, TargetType.PORT, direction))).isInstanceOf(Plan.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0", "127.0.0.1", "126.0.0.0/7", "::1", "fe80::/9", "ff00::/8"})
    void what_would_cut_the_machine_itself_is_never_blocked(String target) {
        assertThat(plan(block(target, Direction.BOTH))).isInstanceOf(Refused.class);
    }

    @Test
    void the_host_at_the_other_end_is_not_isolated_at_the_gateway_but_may_be_watched() {
        var isolation = new HostIsolation(EDGE, PATH);
        var facts = new HostFacts(false, List.of(), Tools.ALL, null, false, "", false);

        assertThat(isolation.plan(isolate("203.0.113.9", IsolationType.FULL), facts))
                .isInstanceOf(Refused.class);
        assertThat(isolation.plan(isolate("203.0.113.9", IsolationType.MONITOR), facts))
                .isInstanceOf(Plan.class);
        assertThat(isolation.plan(isolate("127.0.0.1", IsolationType.FULL), facts))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_path_that_cannot_be_read_is_a_mistake() {
        assertThatThrownBy(() -> OwnPath.of(List.of(), Map.of("SSH_CONNECTION", "somewhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names no caller");
        assertThat(OwnPath.of(List.of(), Map.of("SSH_CONNECTION", "fe80::1%eth0 50123 fe80::2%eth0 22"))
                        .addresses())
                .containsExactly(Cidr.parse("fe80::1"));
    }

    @Test
    void a_host_over_ssh_is_asked_who_calls_and_this_machine_is_not() {
        Reader reader = read -> JsonNodeFactory.instance
                .objectNode()
                .put("exit", 0)
                .put("stdout", "2001:db8:9::9 40000 2001:db8::1 2222\n");

        assertThat(Approach.overSsh(List.of()).caller(EDGE, reader))
                .isEqualTo(new Caller("2001:db8:9::9", new Shown<>(40_000), 2222));
        assertThat(PATH.caller(EDGE, reader)).isNull();
    }

    @Test
    void a_host_over_ssh_that_does_not_say_who_calls_is_not_planned_for() {
        Reader silent =
                read -> JsonNodeFactory.instance.objectNode().put("exit", 1).put("stdout", "");

        assertThatThrownBy(() -> Approach.overSsh(List.of()).caller(EDGE, silent))
                .isInstanceOf(Reader.CouldNotRead.class)
                .hasMessageContaining("where Cordon comes from");
    }

    @ParameterizedTest
    @CsvSource({
        "40000, 2222,        INBOUND,  true",
        "40000, 22,          INBOUND,  false",
        "40000, 50000,       OUTBOUND, true",
        "40000, 32000-32768, OUTBOUND, true",
        "40000, 4444,        OUTBOUND, false",
        "40000, 50000,       INBOUND,  false",
        "2000,  4444,        OUTBOUND, true",
        "2000,  443,         OUTBOUND, false",
    })
    void the_next_connection_comes_from_any_port_that_it_may_come_from(
            int seen, String ports, Direction direction, boolean cut) {
        var path = Approach.overSsh(List.of()).path(new Caller("203.0.113.9", new Shown<>(seen), 2222));

        assertThat(path.cutBy(PortRange.parse(ports), direction).isPresent()).isEqualTo(cut);
    }

    @Test
    void from_a_network_of_management_anybody_may_go_on() {
        var management = List.of(Cidr.parse("203.0.113.0/24"));
        var one = Caller.of(OwnPath.Ssh.parse("203.0.113.9 40000 192.0.2.1 22"), management);
        var other = Caller.of(OwnPath.Ssh.parse("203.0.113.8 50000 192.0.2.1 22"), management);

        assertThat(one).isEqualTo(other);
        assertThat(Approach.overSsh(management).path(one).addresses()).containsOnly(Cidr.parse("203.0.113.0/24"));
    }

    private static Draft plan(FirewallBlock request) {
        var blocks = new FirewallBlocks(EDGE, new BlockTable(65_536), PATH);
        return blocks.plan(request, blocks.assume(request));
    }

    private static String reason(Draft draft) {
        return draft instanceof Refused(var reason) ? reason : "planned: " + draft;
    }
}
