package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.Hostname;
import dev.cordon.action.ValueTypes;
import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Type;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.transport.ssh.SshAccess;
import dev.cordon.transport.ssh.SshAccount;
import dev.cordon.transport.ssh.SshHost;
import java.util.Map;

/** What the configuration says of hosts over SSH. */
record SshSettings(Inventory inventory, SshAccount account) {

    private static final Type<Map<Hostname, SshHost>> HOST_TYPE =
            Types.mapping(ValueTypes.HOSTNAME, Types.text("address", SshHost::parse));
    private static final Parameter<Map<Hostname, SshHost>> HOSTS = Parameter.required(
            "hosts",
            HOST_TYPE,
            "The hosts: the name that requests use, and its address, with ':PORT' where it is not 22.");

    static final Schema SCHEMA = Schema.of(
                    "ssh",
                    SshAccess.USER,
                    SshAccess.KEY,
                    SshAccess.PASSPHRASE,
                    SshAccess.KNOWN_HOSTS,
                    SshAccess.SUDO,
                    HOSTS)
            .rule(HOSTS, Inventory::mistake);

    static SshSettings of(Values given) {
        return new SshSettings(Inventory.of(given.get(HOSTS)), SshAccess.of(given));
    }
}
