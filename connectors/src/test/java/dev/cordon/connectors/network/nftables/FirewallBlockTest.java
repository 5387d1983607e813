package dev.cordon.connectors.network.nftables;

import static dev.cordon.lab.netns.LabNetwork.pings;
import static dev.cordon.lab.netns.LabNetwork.ruleset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.BlockTarget;
import dev.cordon.action.BlockTarget.TargetType;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.FirewallBlock.Direction;
import dev.cordon.action.Reason;
import dev.cordon.journal.Status;
import dev.cordon.lab.netns.LabNetwork;
import dev.cordon.lab.netns.NeedsNetworkNamespaces;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks tried with real packets, from the request to the journal and back. */
@NeedsNetworkNamespaces
class FirewallBlockTest {

    private static final String FOREIGN = """
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
        stand = FilterStand.on(folder, network.firewall());
    }

    @AfterEach
    void close() {
        stand.close();
        network.close();
    }

    @Test
    void a_blocked_address_reaches_nobody_behind_the_firewall_until_it_is_rolled_back() throws Exception {
        var before = ruleset(network.firewall());
        assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.10")).isTrue();

        var run = stand.apply(block("198.51.100.7", Direction.INBOUND));

        assertThat(run.status()).as(run.toString()).isEqualTo(Status.COMPLETED);
        assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.10")).isFalse();
        assertThat(pings(network.attacker(), "198.51.100.8", "203.0.113.10")).isTrue();

        var back = stand.rollback(run);

        assertThat(back.status()).as(back.toString()).isEqualTo(Status.ROLLED_BACK);
        assertThat(ruleset(network.firewall())).isEqualTo(before);
        assertThat(pings(network.attacker(), "198.51.100.7", "203.0.113.10")).isTrue();
    }

    static FirewallBlock block(String target, Direction direction) {
        return block(target, TargetType.IP, direction);
    }

    static FirewallBlock block(String target, TargetType type, Direction direction) {
        return new FirewallBlock(BlockTarget.parse(target, type), direction, new Reason("test"), 0);
    }
}
