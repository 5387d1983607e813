package dev.cordon.lab.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;

/**
 * An SSH server on a free port of the loopback address. It lets one key in, which it makes itself, and runs commands as
 * the account that this process has, with {@code HOME} in a folder of its own.
 */
public final class EmbeddedSshServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final SshServer server;
    private final Path folder;

    private EmbeddedSshServer(SshServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** @param folder for its keys and its commands' HOME; must be there, and is left to the caller to remove */
    public static EmbeddedSshServer start(Path folder) {
        try {
            var hostKey = newKey();
            var clientKey = newKey();
            var server = SshServer.setUpDefaultServer();
            server.setHost(LOOPBACK);
            server.setPort(0);
            server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
            server.setPublickeyAuthenticator((_, key, _) -> KeyUtils.compareKeys(key, clientKey.getPublic()));
            server.setCommandFactory((_, command) -> new ShellCommand(command, folder));
            server.start();
            var started = new EmbeddedSshServer(server, folder);
            started.writeKeys(hostKey, clientKey);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded SSH server did not start", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no keys for the embedded SSH server", e);
        }
    }

    public String address() {
        return LOOPBACK + ":" + server.getPort();
    }

    /** Lets its owner in, whatever the user is called. */
    public Path privateKey() {
        return folder.resolve("client-key");
    }

    public Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    private void writeKeys(KeyPair hostKey, KeyPair clientKey) throws IOException, GeneralSecurityException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(privateKey(), ownerOnly);
        try (var out = Files.newOutputStream(privateKey())) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(clientKey, "demo", null, out);
        }
        Files.writeString(
                knownHosts(),
                "[" + LOOPBACK + "]:" + server.getPort() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n");
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded SSH server did not stop", e);
        }
    }
}
