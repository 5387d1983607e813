package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.lab.host.DebianHost;
import dev.cordon.lab.host.Furnishing;
import dev.cordon.lab.host.NeedsDebianHost;
import dev.cordon.lab.laws.ConnectorLaws;
import dev.cordon.lab.laws.LawCase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The laws on a Debian host with nothing installed but sh, coreutils, procps, systemd and OpenSSH. */
@NeedsDebianHost
final class SshLawsTest extends ConnectorLaws {

    private static DebianHost host;

    @BeforeAll
    static void start() {
        host = DebianHost.start(Furnishing.BARE);
        ProcessCase.on(host);
    }

    @AfterAll
    static void close() {
        ProcessCase.off();
        host.close();
    }

    @Override
    protected List<LawCase> cases() {
        return List.of(new ProcessCase(ProcessCase.WITH_DUMP), new ProcessCase(ProcessCase.WITHOUT_DUMP));
    }
}
