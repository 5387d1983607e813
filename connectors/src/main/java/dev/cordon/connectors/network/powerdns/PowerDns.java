package dev.cordon.connectors.network.powerdns;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Schema;
import dev.cordon.document.Values;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The PowerDNS Authoritative Server, through its HTTP interface. */
public final class PowerDns implements PlatformType {

    static final String NAME = "powerdns";

    private final Clock clock;

    public PowerDns(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schema settings() {
        return PowerDnsSettings.SCHEMA;
    }

    @Override
    public Set<ActionKind> carries() {
        return Set.of(ActionKind.DNS_SINKHOLE);
    }

    @Override
    public Platform open(PlatformName name, Values settings, Map<String, String> environment) {
        return new PowerDnsPlatform(name, PowerDnsSettings.of(settings, environment), environment, clock);
    }

    @Override
    public Platform offline(PlatformName name) {
        return new PowerDnsPlatform(name, PowerDnsSettings.none(), Map.of(), clock);
    }
}
