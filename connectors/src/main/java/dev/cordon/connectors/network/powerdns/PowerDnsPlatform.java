package dev.cordon.connectors.network.powerdns;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Transport;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Reader;
import dev.cordon.plan.View;
import dev.cordon.transport.http.HttpTransport;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** One server and the key to its interface. */
final class PowerDnsPlatform implements Platform {

    private final PowerDnsApi api;
    private final List<Connector<?, ?>> connectors;
    private final HttpTransport transport;

    PowerDnsPlatform(PlatformName name, PowerDnsSettings settings, Map<String, String> environment, Clock clock) {
        this.api = new PowerDnsApi(name, settings.id());
        this.connectors = List.of(new DnsSinkholes(api, settings.server().base().host()));
        this.transport = new HttpTransport(settings.server(), environment, clock);
    }

    @Override
    public PlatformName name() {
        return api.on();
    }

    @Override
    public String type() {
        return PowerDns.NAME;
    }

    @Override
    public List<Connector<?, ?>> connectors() {
        return connectors;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public Map<String, View> views() {
        return Views.ALL;
    }

    @Override
    public List<Finding> examine(Reader reader) {
        return new Examination(api, reader).findings();
    }

    @Override
    public void close() {
        transport.close();
    }
}
