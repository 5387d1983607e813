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
 * @param ssh the session that Cordon was started in, or comes to the host by; empty where there is none
 */
record OwnPath(List<Cidr> management, Optional<Ssh> ssh) {

    /** As sshd(8) sets it: who called, and the ports of both ends. */
    static final String VARIABLE = "SSH_CONNECTION";

    OwnPath {
        management = List.copyOf(management);
    }

    /**
     * An SSH session at the end that is filtered.
     *
     * @param clientPorts the caller's, now or the next time
     */
    record Ssh(Cidr client, PortRange clientPorts, int serverPort) {

        /** What Linux calls from, ip(7), {@code ip_local_port_range}. */
        private static final PortRange USUAL = PortRange.parse("32768-60999");

        private static final PortRange ANY = PortRange.parse("1024-65535");

        /** Which ports the next connections may come from, after one that came from this one. */
        static PortRange nextPorts(int port) {
            return contains(USUAL, port) ? USUAL : ANY;
        }

        /** @throws IllegalArgumentException where it is no such description */
        static Ssh parse(String connection) {
            var fields = connection.split(" ", -1);
            try {
                if (fields.length == 4) {
                    return new Ssh(Cidr.of(withoutZone(fields[0])), PortRange.parse(fields[1]), port(fields[3]));
                }
            } catch (IllegalArgumentException _) {
                // said below, in the words of the variable
            }
            throw new IllegalArgumentException(VARIABLE + " is " + Printable.quoted(connection)
                    + ", which names no caller: unset it, and name the responders' addresses in 'management'");
        }

        boolean cutBy(PortRange ports, Direction direction) {
            return (direction != Direction.OUTBOUND && contains(ports, serverPort))
                    || (direction != Direction.INBOUND && overlap(ports, clientPorts));
        }

        private static boolean overlap(PortRange one, PortRange other) {
            return one.first() <= other.last() && other.first() <= one.last();
        }

        private static boolean contains(PortRange ports, int port) {
            return ports.first() <= port && port <= ports.last();
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
        return Stream.concat(management.stream(), ssh.stream().map(Ssh::client)).toList();
    }

    /** Why these addresses must not be blocked; empty where they may. */
    Optional<String> cutBy(Cidr range) {
        return management.stream()
                .filter(range::overlaps)
                .findFirst()
                .map(one -> "it would cut the responders' path: " + range.shortest() + " overlaps " + one.shortest()
                        + " of 'management'")
                .or(() -> ssh.map(Ssh::client)
                        .filter(range::overlaps)
                        .map(caller -> "it would cut Cordon's own path: " + caller.shortest()
                                + ", which it comes from over SSH (" + VARIABLE + "), lies in " + range.shortest()));
    }

    /**
     * Why these ports must not be blocked; empty where they may. Packets to the caller carry the port of his end, so
     * blocking that one outbound would cut him as well.
     */
    Optional<String> cutBy(PortRange ports, Direction direction) {
        return ssh.filter(session -> session.cutBy(ports, direction))
                .map(session -> "it would cut Cordon's own path: it comes over SSH from "
                        + session.client().shortest() + " port " + session.clientPorts() + " to port "
                        + session.serverPort() + ", and the ports " + ports + " include one of these");
    }
}
