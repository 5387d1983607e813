package dev.cordon.transport.ssh;

import dev.cordon.document.SecretRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.jspecify.annotations.Nullable;

/**
 * Sessions to hosts: opened when they are needed, one a host, with several channels. Nothing of the user's own SSH
 * configuration is read, no agent is asked and nothing is forwarded.
 *
 * <p>Safe for any number of threads. OpenSSH lets ten channels share a session (sshd_config(5), MaxSessions).
 */
final class SshSessions implements AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_LOG_IN = Duration.ofSeconds(15);

    /** How long it takes at most until a command can be sent, or it is not. */
    static final Duration TO_BE_READY = TO_CONNECT.plus(TO_LOG_IN).plus(SshCommands.TO_OPEN);

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 3;
    private static final int CHANNELS = 8;

    private final SshAccount account;
    private final Map<String, String> environment;
    private final KnownKeys knownKeys;
    private final Map<SshHost, Way> ways = new ConcurrentHashMap<>();
    private @Nullable SshClient client; // guarded by this

    SshSessions(SshAccount account, Map<String, String> environment) {
        this.account = account;
        this.environment = environment;
        this.knownKeys = new KnownKeys(account.knownHosts());
    }

    /** A session that is open and logged in, for one channel; to be given back. */
    Lease lease(SshHost host) throws IOException, GeneralSecurityException, InterruptedException {
        return way(host).lease();
    }

    /** The next lease is of a new session. What runs over the present one goes on to its end. */
    void renew(SshHost host) {
        way(host).leave();
    }

    private Way way(SshHost host) {
        return ways.computeIfAbsent(host, Way::new);
    }

    /** One channel's share of a session. */
    static final class Lease implements AutoCloseable {
        private final Way way;
        private final Shared shared;
        private final boolean old;

        private Lease(Way way, Shared shared, boolean old) {
            this.way = way;
            this.shared = shared;
            this.old = old;
        }

        /** @throws DeadSession where a session from before has no more channels to give */
        ChannelExec channel(Call call) throws IOException {
            try {
                var channel = shared.session.createExecChannel(call.command());
                channel.setIn(call.stdin());
                channel.setOut(call.stdout());
                return channel;
            } catch (IOException e) {
                throw old ? new DeadSession(e) : e;
            }
        }

        @Override
        public void close() {
            way.giveBack(shared);
        }
    }

    /** A session that was opened earlier died before anything was sent over it. */
    static final class DeadSession extends IOException {
        private static final long serialVersionUID = 1;

        DeadSession(IOException cause) {
            super(cause);
        }
    }

    /** A session and how many channels it has. */
    private static final class Shared {
        private final ClientSession session;
        private int leases; // guarded by the way

        Shared(ClientSession session) {
            this.session = session;
        }
    }

    /** The way to one host. */
    private final class Way {
        private final SshHost host;
        private final Semaphore channels = new Semaphore(CHANNELS);
        private @Nullable Shared open; // guarded by this

        Way(SshHost host) {
            this.host = host;
        }

        Lease lease() throws IOException, GeneralSecurityException, InterruptedException {
            channels.acquire();
            try {
                return take();
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                channels.release();
                throw e;
            }
        }

        private synchronized Lease take() throws IOException, GeneralSecurityException {
            var shared = open;
            var old = shared != null && shared.session.isOpen();
            if (shared == null || !old) {
                shared = new Shared(logIn());
                open = shared;
            }
            shared.leases++;
            return new Lease(this, shared, old);
        }

        synchronized void giveBack(Shared shared) {
            shared.leases--;
            closeUnused(shared);
            channels.release();
        }

        synchronized void leave() {
            var left = open;
            open = null;
            if (left != null) {
                closeUnused(left);
            }
        }

        private void closeUnused(Shared shared) {
            if (shared != open && shared.leases == 0) {
                shared.session.close(true);
            }
        }

        private ClientSession logIn() throws IOException, GeneralSecurityException {
            var key = key();
            var session = client().connect(account.user(), host.address(), host.port())
                    .verify(TO_CONNECT)
                    .getSession();
            try {
                session.addPublicKeyIdentity(key);
                session.auth().verify(TO_LOG_IN);
                return session;
            } catch (IOException | RuntimeException e) {
                session.close(true);
                var why = knownKeys.why(session);
                if (why != null) {
                    throw new GeneralSecurityException(why, e);
                }
                throw e;
            }
        }
    }

    private synchronized SshClient client() {
        if (client == null) {
            var made = SshClient.setUpDefaultClient();
            made.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            made.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            made.setUserAuthFactoriesNames("publickey");
            made.setServerKeyVerifier(knownKeys);
            CoreModuleProperties.HEARTBEAT_INTERVAL.set(made, HEARTBEAT);
            CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(made, MISSED_HEARTBEATS);
            made.start();
            client = made;
        }
        return client;
    }

    private KeyPair key() throws GeneralSecurityException {
        try {
            return readKey();
        } catch (IOException | GeneralSecurityException e) {
            var passphrase = account.passphrase()
                    .map(reference -> "does its passphrase stand in " + reference + "?")
                    .orElse("if it has a passphrase, say in 'passphrase' where that is kept");
            throw new GeneralSecurityException(account.key() + " cannot be read as a private key; " + passphrase, e);
        }
    }

    private KeyPair readKey() throws IOException, GeneralSecurityException {
        var text = secret(account.key());
        var passphrase = account.passphrase().map(this::secret);
        var password = passphrase.map(FilePasswordProvider::of).orElse(FilePasswordProvider.EMPTY);
        var pairs = SecurityUtils.loadKeyPairIdentities(
                null,
                NamedResource.ofName(account.key().toString()),
                new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8)),
                password);
        var found = pairs == null ? null : pairs.iterator();
        if (found == null || !found.hasNext()) {
            throw new GeneralSecurityException(account.key() + " holds no private key");
        }
        return found.next();
    }

    private String secret(SecretRef reference) {
        return switch (reference.resolve(environment)) {
            case SecretRef.Resolved.Known(var secret) -> secret;
            case SecretRef.Resolved.Unknown(var why) -> throw new IllegalStateException(why);
        };
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.stop();
            client = null;
        }
    }
}
