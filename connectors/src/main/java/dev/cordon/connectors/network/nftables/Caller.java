package dev.cordon.connectors.network.nftables;

import dev.cordon.action.Cidr;
import dev.cordon.plan.Shown;
import java.util.List;

/**
 * Where Cordon comes from, as the host that it is connected to sees it.
 *
 * @param from its address; the network of {@code management} that it lies in, where it does: from there anybody may go on
 * @param port of its end; every connection has another one
 * @param server the port of the host's end
 */
record Caller(String from, Shown<Integer> port, int server) {

    static Caller of(OwnPath.Ssh session, List<Cidr> management) {
        var from = management.stream()
                .filter(range -> range.contains(session.client()))
                .findFirst()
                .orElse(session.client());
        return new Caller(from.shortest(), new Shown<>(session.clientPorts().first()), session.serverPort());
    }

    OwnPath.Ssh session() {
        return new OwnPath.Ssh(Cidr.parse(from), OwnPath.Ssh.nextPorts(port.value()), server);
    }
}
