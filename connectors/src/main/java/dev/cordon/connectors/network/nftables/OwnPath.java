package dev.cordon.connectors.network.nftables;

import dev.cordon.action.Cidr;
import dev.cordon.action.FirewallBlock.Direction;
import dev.cordon.action.IpAddress;
import dev.cordon.action.PortRange;
import dev.cordon.document.Printable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must never be cut: the path that the responder and Cordon itself come by.
 *
 * @param management who is never cut, from the configuration
 * @param ssh the session that Cordon was started in; empty when it was not started over SSH
 */
record OwnPath(List<Cidr> management, Optional<Ssh> ssh) {

    private static final String VARIABLE = "SSH_CONNECTION";

    OwnPath {
        management = List.copyOf(management);
    }

    /** An SSH session as sshd(8) describes it in {@code SSH_CONNECTION}: who called, and the ports of both ends. */
    record Ssh(IpAddress client, int clientPort, int serverPort) {

        /** @throws IllegalArgumentException where it is no such description */
        static Ssh parse(String connection) {
            var fields = connection.split(" ", -1);
            try {
                if (fields.length == 4) {
                    return new Ssh(withoutZone(fields[0]), port(fields[1]), port(fields[3]));
                }
            } catch (IllegalArgumentException _) {
                // said below, in the words of the variable
            }
            throw new IllegalArgumentException(VARIABLE + " is " + Printable.quoted(connection)
                    + ", which names no caller: unset it, and name the responders' addresses in 'management'");
        }

        private static IpAddress withoutZone(String address) {
            var zone = address.indexOf('%');
            return new IpAddress(zone < 0 ? address : address.substring(0, zone));
        }

        private static int port(String text) {
            return PortRange.parse(text).first();
        }
    }

    /** @throws IllegalArgumentException where {@code SSH_CONNECTION} cannot be read: the path would be unknown */
    static OwnPath of(List<Cidr> management, Map<String, String> environment) {
        return new OwnPath(
                management, Optional.ofNullable(environment.get(VARIABLE)).map(Ssh::parse));
    }

    /** Everybody who must stay reachable. */
    List<Cidr> addresses() {
        return Stream.concat(management.stream(), ssh.stream().map(session -> Cidr.of(session.client())))
                .toList();
    }

    /** Why these addresses must not be blocked; empty where they may. */
    Optional<String> cutBy(Cidr range) {
        var caller = ssh.map(Ssh::client).filter(range::contains);
        if (caller.isPresent()) {
            return Optional.of("it would cut Cordon's own path: " + caller.get()
                    + ", which it is run from (SSH_CONNECTION), lies in " + range.shortest());
        }
        return management.stream()
                .filter(range::overlaps)
                .findFirst()
                .map(one -> "it would cut the responders' path: " + range.shortest() + " overlaps " + one.shortest()
                        + " of 'management'");
    }

    /**
     * Why these ports must not be blocked; empty where they may. Packets to the caller carry the port of his end, so
     * blocking that one outbound would cut him as well.
     */
    Optional<String> cutBy(PortRange ports, Direction direction) {
        if (ssh.isEmpty()) {
            return Optional.empty();
        }
        var inbound =
                direction != Direction.OUTBOUND && contains(ports, ssh.get().serverPort());
        var outbound =
                direction != Direction.INBOUND && contains(ports, ssh.get().clientPort());
        if (!inbound && !outbound) {
            return Optional.empty();
        }
        return Optional.of("it would cut Cordon's own path: it is run over SSH from "
                + ssh.get().client() + " port "
                + ssh.get().clientPort() + " to port " + ssh.get().serverPort() + ", and the ports " + ports
                + " include one of these");
    }

    private static boolean contains(PortRange ports, int port) {
        return ports.first() <= port && port <= ports.last();
    }
}
