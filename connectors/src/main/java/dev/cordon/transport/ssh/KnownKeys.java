package dev.cordon.transport.ssh;

import dev.cordon.action.IpAddress;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.jspecify.annotations.Nullable;

/** The host keys of a known_hosts file; leaves in the session why a key was refused. Nothing is ever added to it. */
final class KnownKeys extends KnownHostsServerKeyVerifier {

    private static final AttributeKey<String> WHY = new AttributeKey<>();

    KnownKeys(Path file) {
        super(RejectAllServerKeyVerifier.INSTANCE, file);
    }

    /** Why the host's key was refused; null where it was not. */
    static @Nullable String why(ClientSession session) {
        return session.getAttribute(WHY);
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
        session.setAttribute(WHY, "no key of this host stands in known_hosts: get it by ssh-keyscan, and compare it");
        return false;
    }

    @Override
    public boolean acceptModifiedServerKey(
            ClientSession session, SocketAddress remote, KnownHostEntry entry, PublicKey known, PublicKey shown) {
        session.setAttribute(WHY, "the key that it shows is not the one in known_hosts: is it the right host?");
        return false;
    }
}
