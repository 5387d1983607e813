package dev.cordon.transport.ssh;

import dev.cordon.document.SecretRef;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who logs in to hosts, and how they are known. Holds no secret, only where it is kept.
 *
 * @param key a private key in the form of OpenSSH or PEM
 * @param passphrase of the key; empty where it has none
 * @param knownHosts the host keys, as sshd(8) describes the file; a host that is not in it is not talked to
 * @param sudo the account becomes root by {@code sudo -n}
 */
public record SshAccount(String user, SecretRef key, Optional<SecretRef> passphrase, Path knownHosts, boolean sudo) {}
