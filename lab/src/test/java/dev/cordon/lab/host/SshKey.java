package dev.cordon.lab.host;

import dev.cordon.lab.netns.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A new Ed25519 key without a passphrase, in the file format of OpenSSH; only its owner may read it. */
record SshKey(Path privateKey) {

    static SshKey make(Path file) {
        Tool.output(
                List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "cordon-lab", "-f", file.toString()), "");
        return new SshKey(file);
    }

    /** Type, key and comment in one line, as {@code authorized_keys} has it. */
    String publicKey() throws IOException {
        return Files.readString(privateKey.resolveSibling(privateKey.getFileName() + ".pub"));
    }
}
