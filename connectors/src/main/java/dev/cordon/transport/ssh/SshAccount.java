package dev.cordon.transport.ssh;

import dev.cordon.document.SecretRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Who logs in to hosts, and how they are known. Holds no secret, only where it is kept.
 *
 * @param key a private key in the form of OpenSSH or PEM
 * @param passphrase of the key; empty where it has none
 * @param knownHosts the host keys, as sshd(8) describes the file; a host that is not in it is not talked to
 * @param sudo the account becomes root by {@code sudo -n}
 */
public record SshAccount(String user, SecretRef key, Optional<SecretRef> passphrase, Path knownHosts, boolean sudo) {

    /**
     * The same account, whose files and secrets are there.
     *
     * @throws IllegalArgumentException where one is not, saying which
     */
    public SshAccount demandAll(Map<String, String> environment) {
        demand(key, environment);
        passphrase.ifPresent(reference -> demand(reference, environment));
        if (!Files.isReadable(knownHosts)) {
            throw new IllegalArgumentException(
                    knownHosts + " cannot be read: write the host keys there, with ssh-keyscan, and compare them");
        }
        return this;
    }

    private static void demand(SecretRef reference, Map<String, String> environment) {
        if (reference.resolve(environment) instanceof SecretRef.Resolved.Unknown(var why)) {
            throw new IllegalArgumentException(why);
        }
    }
}
