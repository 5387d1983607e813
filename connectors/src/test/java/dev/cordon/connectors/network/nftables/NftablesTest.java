package dev.cordon.connectors.network.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.ActionKind;
import dev.cordon.action.Cidr;
import dev.cordon.action.PlatformName;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    void another_host_is_not_yet_carried() {
        assertThatThrownBy(() -> FilterStand.values(type, "{host: gw1.example}"))
                .hasMessageContaining("not yet");
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
