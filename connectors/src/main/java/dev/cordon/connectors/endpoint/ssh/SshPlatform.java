package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Transport;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Reader;
import dev.cordon.plan.View;
import dev.cordon.transport.ssh.HostScripts;
import dev.cordon.transport.ssh.SshAccount;
import java.util.List;
import java.util.Map;

/** The hosts of one inventory and the account that Cordon has on them. */
final class SshPlatform implements Platform {

    private final PlatformName name;
    private final Inventory inventory;
    private final HostScripts scripts;

    SshPlatform(PlatformName name, Inventory inventory, SshAccount account, Map<String, String> environment) {
        this.name = name;
        this.inventory = inventory;
        this.scripts = new HostScripts(inventory.hosts(), account, environment);
    }

    @Override
    public PlatformName name() {
        return name;
    }

    @Override
    public String type() {
        return Ssh.NAME;
    }

    @Override
    public List<Connector<?, ?>> connectors() {
        return List.of(new ProcessTermination(name, inventory), new ServiceDisablement(name, inventory));
    }

    @Override
    public Transport transport() {
        return new SshTransport(scripts);
    }

    /** The host script answers with what checks point at. */
    @Override
    public Map<String, View> views() {
        return Map.of();
    }

    @Override
    public List<Finding> examine(Reader reader) {
        return new Examination(name, inventory).findings(reader);
    }

    @Override
    public void close() {
        scripts.close();
    }
}
