package dev.cordon.connectors.network.nftables;

import dev.cordon.lab.laws.ConnectorLaws;
import dev.cordon.lab.laws.LawCase;
import dev.cordon.lab.netns.LabNetwork;
import dev.cordon.lab.netns.Listener;
import dev.cordon.lab.netns.NeedsNetworkNamespaces;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The laws, on a network with real packets. */
@NeedsNetworkNamespaces
final class NftablesLawsTest extends ConnectorLaws {

    private static LabNetwork network;
    private static Listener listener;

    @BeforeAll
    static void open() {
        network = LabNetwork.open();
        listener = Listener.at(network.server(), NetworkCase.PORT);
        System.setProperty(NetworkCase.NETWORK, network.name());
    }

    @AfterAll
    static void close() {
        System.clearProperty(NetworkCase.NETWORK);
        listener.close();
        network.close();
    }

    @Override
    protected List<LawCase> cases() {
        return NetworkCase.all();
    }
}
