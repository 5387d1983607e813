package dev.cordon.policy;

import dev.cordon.action.Cidr;
import dev.cordon.action.IpAddress;
import dev.cordon.plan.Subject;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses that nobody may block, whatever the configuration says: Cordon's own, and that of the person who is
 * logged in to its machine. A block of one would cut the way by which it is taken back.
 *
 * @param machine of every interface, loopback included
 * @param caller the other end of the SSH session that Cordon was started in; empty where there is none
 */
public record OwnAddresses(List<IpAddress> machine, Optional<IpAddress> caller) {

    /** Of nobody. */
    public static final OwnAddresses NONE = new OwnAddresses(List.of(), Optional.empty());

    /** What sshd(8) says of the connection: {@code client port server port}. */
    private static final String SSH_CONNECTION = "SSH_CONNECTION";

    private static final List<Cidr> LOOPBACK = List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1"));

    public OwnAddresses {
        machine = List.copyOf(machine);
    }

    /**
     * Of this machine now.
     *
     * @throws IllegalArgumentException where its interfaces cannot be listed: what cannot be seen cannot be spared
     */
    public static OwnAddresses of(Map<String, String> environment) {
        try {
            var addresses = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(OwnAddresses::plain)
                    .distinct()
                    .toList();
            return new OwnAddresses(addresses, caller(environment.getOrDefault(SSH_CONNECTION, "")));
        } catch (SocketException e) {
            throw new IllegalArgumentException(
                    "the addresses of this machine cannot be listed, so none of them can be kept free: "
                            + e.getMessage(),
                    e);
        }
    }

    private static IpAddress plain(InetAddress address) {
        return withoutZone(address.getHostAddress());
    }

    private static IpAddress withoutZone(String text) {
        return IpAddress.parse(text.split("%", 2)[0]);
    }

    private static Optional<IpAddress> caller(String connection) {
        var client = connection.split(" ", 2)[0];
        try {
            return client.isEmpty() ? Optional.empty() : Optional.of(withoutZone(client));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // somebody else's variable of that name: no address, so nothing to keep free
        }
    }

    /** Whose it is, where a block would hit one. */
    Optional<String> hitBy(Subject subject) {
        if (!(subject instanceof Subject.Addresses blocked)) {
            return Optional.empty();
        }
        var range = blocked.cidr();
        var caller = this.caller.filter(range::contains).map(address -> "your own address " + address);
        return caller.or(() -> LOOPBACK.stream()
                        .filter(range::overlaps)
                        .map(loopback -> "loopback " + loopback.shortest())
                        .findFirst())
                .or(() -> machine.stream()
                        .filter(range::contains)
                        .map(address -> "Cordon's own address " + address)
                        .findFirst());
    }
}
