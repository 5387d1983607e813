package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.lab.host.DebianHost;
import dev.cordon.lab.host.Furnishing;
import dev.cordon.lab.host.NeedsDebianHost;
import dev.cordon.lab.host.UnitZoo;
import dev.cordon.lab.laws.ConnectorLaws;
import dev.cordon.lab.laws.LawCase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The laws, on services of a Debian host. */
@NeedsDebianHost
final class ServiceLawsTest extends ConnectorLaws {

    private static DebianHost host;

    @BeforeAll
    static void start() {
        host = DebianHost.start(Furnishing.FULL);
        UnitZoo.install(host);
        HostAccess.to(host);
    }

    @AfterAll
    static void close() {
        HostAccess.end();
        host.close();
    }

    @Override
    protected List<LawCase> cases() {
        return ServiceCase.all(host);
    }
}
