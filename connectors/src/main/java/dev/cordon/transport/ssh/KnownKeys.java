package dev.cordon.transport.ssh;

import dev.cordon.action.IpAddress;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.jspecify.annotations.Nullable;

/** The host keys of a known_hosts file; remembers why a key was refused. Nothing is ever added to it. */
final class KnownKeys extends KnownHostsServerKeyVerifier {

    /** What is known of the sessions whose key was refused, until somebody asks; a closed session forgets its own. */
    private final Map<ClientSession, String> refused = new ConcurrentHashMap<>();

    KnownKeys(Path file) {
        super(RejectAllServerKeyVerifier.INSTANCE, file);
    }

    /** Why the host's key was refused, once; null where it was not. */
    @Nullable
    String why(ClientSession session) {
        return refused.remove(session);
    }

    /** Also IPv6 addresses as people and ssh-keyscan write them (RFC 5952), not only as Java does. */
    @Override
    protected Collection<SshdSocketAddress> resolveHostNetworkIdentities(ClientSession session, SocketAddress remote) {
        var identities = new LinkedHashSet<>(super.resolveHostNetworkIdentities(session, remote));
        if (remote instanceof InetSocketAddress socket && socket.getAddress() instanceof Inet6Address address) {
            var written = new IpAddress(address.getHostAddress().replaceFirst("%.*", "")).toString();
            identities.add(new SshdSocketAddress(written, socket.getPort()));
        }
        return identities;
    }

    @Override
    protected boolean acceptUnknownHostKey(ClientSession session, SocketAddress remote, PublicKey key) {
        refused.put(session, "no key of this host stands in known_hosts: get it by ssh-keyscan, and compare it");
        return false;
    }

    @Override
    public boolean acceptModifiedServerKey(
            ClientSession session, SocketAddress remote, KnownHostEntry entry, PublicKey known, PublicKey shown) {
        refused.put(session, "the key that it shows is not the one in known_hosts: is it the right host?");
        return false;
    }
}
