package dev.cordon.connectors;

import dev.cordon.connectors.database.postgresql.PostgresqlType;
import dev.cordon.connectors.endpoint.ssh.Ssh;
import dev.cordon.connectors.network.nftables.Nftables;
import dev.cordon.connectors.network.powerdns.PowerDns;
import dev.cordon.plan.PlatformType;
import java.time.Clock;
import java.util.List;

/** The types of platform that this version knows: one line each. */
public final class ConnectorRegistry {

    private ConnectorRegistry() {}

    /**
     * In the order in which the catalogue names them.
     *
     * @param clock what connectors and transports take the time from
     */
    public static List<PlatformType> types(Clock clock) {
        return List.of(new Nftables(clock), new Ssh(), new PostgresqlType(clock), new PowerDns(clock));
    }
}
