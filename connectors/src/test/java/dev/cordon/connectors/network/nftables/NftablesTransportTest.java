package dev.cordon.connectors.network.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Transport;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NftablesTransportTest {

    private static final PlatformName EDGE = new PlatformName("edge");

    private final Nftables type = new Nftables(Clock.systemUTC());

    @Test
    void a_program_that_no_plan_of_this_platform_names_is_not_run() {
        var transport = transport("{}");

        assertThatThrownBy(() -> transport.run(Command.of(Terms.write(EDGE), "sh", "-c", "exit 0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no operation of a packet filter");
    }

    @Test
    void a_command_over_ssh_is_rendered_for_both_shells_and_in_short_without_the_way() {
        var transport = transport(
                "{host: \"gw1.example:2222\", user: cordon, key: env:KEY, known_hosts: \"file:/etc/hosts\", sudo: true}");
        var command = Command.of(Terms.read(EDGE), "ss", "-HOtn", "( dst 192.0.2.7 )");

        assertThat(transport.render(command))
                .isEqualTo("ssh -p 2222 cordon@gw1.example 'sudo -n ss -HOtn '\\''( dst 192.0.2.7 )'\\'''");
        assertThat(transport.brief(command)).isEqualTo("ss -HOtn '( dst 192.0.2.7 )'");
    }

    @Test
    void who_waits_for_a_host_over_ssh_waits_for_the_login_and_for_what_it_gives_a_program() {
        var remote = transport("{host: gw1, user: root, key: env:KEY, known_hosts: \"file:/etc/hosts\"}");

        assertThat(remote.patience()).hasSeconds(70);
        assertThat(transport("{}").patience()).hasSeconds(3);
    }

    private Transport transport(String settings) {
        return type.open(EDGE, FilterStand.values(type, settings), Map.of("KEY", "a key"))
                .transport();
    }
}
