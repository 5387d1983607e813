package dev.cordon.connectors.network.powerdns;

import dev.cordon.lab.dns.NeedsPowerDns;
import dev.cordon.lab.dns.PowerDnsServer;
import dev.cordon.lab.laws.ConnectorLaws;
import dev.cordon.lab.laws.LawCase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

@NeedsPowerDns
final class PowerDnsLawsTest extends ConnectorLaws {

    @TempDir
    static Path home;

    private static PowerDnsServer server;

    @BeforeAll
    static void start() {
        server = PowerDnsServer.start(home);
        PowerDnsCase.use(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected List<LawCase> cases() {
        return List.of(
                new PowerDnsCase("a name with others below it: evil.corp.test"),
                new PowerDnsCase("a name above a wildcard: wild.corp.test"),
                new PowerDnsCase("a name that is not there: new.corp.test"),
                new PowerDnsCase("a zone with another below it: corp.test"),
                new PowerDnsCase("no zone holds it: evil.elsewhere.test"));
    }
}
