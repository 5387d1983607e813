package dev.cordon.connectors.network.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.ActionKind;
import dev.cordon.action.Cidr;
import dev.cordon.action.PlatformName;
import dev.cordon.document.SecretRef;
import dev.cordon.transport.ssh.SshAccount;
import dev.cordon.transport.ssh.SshHost;
import dev.cordon.transport.ssh.SshRemote;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the configuration may say. */
class NftablesTest {

    private final Nftables type = new Nftables(Clock.systemUTC());

    @Test
    void nothing_has_to_be_said() {
        var settings = NftablesSettings.of(FilterStand.values(type, "{}"));

        assertThat(settings).isEqualTo(NftablesSettings.none());
        assertThat(settings.nft()).isEqualTo("nft");
        assertThat(type.carries()).containsExactlyInAnyOrder(ActionKind.FIREWALL_BLOCK, ActionKind.ISOLATE_HOST);
    }

    @Test
    void everything_that_is_said_is_read() {
        var settings = NftablesSettings.of(FilterStand.values(
                type, "{netns: shop, management: [10.0.100.0/24, \"2001:db8::1\"], nft: /opt/nft/sbin/nft}"));

        assertThat(settings.networkNamespace()).contains("shop");
        assertThat(settings.management()).containsExactly(Cidr.parse("10.0.100.0/24"), Cidr.parse("2001:db8::1"));
        assertThat(settings.nft()).isEqualTo("/opt/nft/sbin/nft");
    }

    @Test
    void another_host_is_reached_over_ssh() {
        var settings = NftablesSettings.of(
                FilterStand.values(
                        type,
                        "{host: \"gw1.example:2222\", user: cordon, key: env:KEY, known_hosts: \"file:/etc/hosts\", sudo: true}"));

        assertThat(settings.remote())
                .contains(new SshRemote(
                        new SshHost("gw1.example", 2222),
                        new SshAccount(
                                "cordon",
                                new SecretRef.FromEnvironment("KEY"),
                                Optional.empty(),
                                Path.of("/etc/hosts"),
                                true)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{host: gw1, user: a, known_hosts: 'file:/k'} | 1:8 | a host over SSH needs 'key' as well",
                "{host: gw1, key: env:K, known_hosts: 'file:/k'} | 1:8 | a host over SSH needs 'user' as well",
                "{host: gw1, user: a, key: env:K} | 1:8 | a host over SSH needs 'known_hosts' as well",
                "{sudo: true} | 1:8 | 'sudo' is for a host over SSH",
                "{netns: a, user: a} | 1:18 | 'user' is for a host over SSH",
            })
    void half_of_a_host_over_ssh_is_a_mistake_with_its_place(String settings, String place, String why) {
        assertThatThrownBy(() -> FilterStand.values(type, settings))
                .hasMessageContaining(why)
                .hasMessageContaining(place);
    }

    @Test
    void a_key_that_is_not_there_opens_no_platform() {
        var values = FilterStand.values(
                type, "{host: gw1, user: cordon, key: env:NOWHERE, known_hosts: \"file:/etc/hosts\"}");

        assertThatThrownBy(() -> type.open(new PlatformName("edge"), values, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NOWHERE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{netns: -all}",
                "{netns: ../x}",
                "{netns: \"a b\"}",
                "{nft: bin/nft}",
                "{management: [10.0.0.1/8]}",
                "{managment: []}"
            })
    void what_cannot_be_meant_is_a_mistake(String settings) {
        assertThatThrownBy(() -> FilterStand.values(type, settings)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_path_that_cannot_be_read_opens_no_platform() {
        var values = FilterStand.values(type, "{}");

        assertThatThrownBy(() -> type.open(new PlatformName("edge"), values, Map.of("SSH_CONNECTION", "?")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'management'");
    }
}
