package dev.cordon.connectors.network.nftables;

import dev.cordon.lab.host.DebianHost;
import dev.cordon.lab.host.Furnishing;
import dev.cordon.lab.host.NeedsDebianHost;
import dev.cordon.lab.laws.ConnectorLaws;
import dev.cordon.lab.laws.LawCase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The laws, on a Debian host that Cordon comes to over SSH. */
@NeedsDebianHost
final class NftablesOverSshLawsTest extends ConnectorLaws {

    private static DebianHost host;

    @BeforeAll
    static void start() {
        host = DebianHost.start(Furnishing.FULL);
        HostCase.on(host);
    }

    @AfterAll
    static void close() {
        HostCase.off();
        host.close();
    }

    @Override
    protected List<LawCase> cases() {
        return List.of(new HostCase(HostCase.BLOCK), new HostCase(HostCase.ISOLATION));
    }
}
