package dev.cordon.lab.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** What makes a host itself: its name, its keys, who may log in. Laid over the tree before it boots. */
final class HostSeed {

    static final String PRIVATE_KEY = "id_ed25519";
    static final String KNOWN_HOSTS = "known_hosts";

    private static final String HOST_KEY = "etc/ssh/ssh_host_ed25519_key";

    private HostSeed() {}

    static void sow(Path scratch, String hostname) throws IOException {
        var seed = Files.createDirectory(scratch.resolve("seed"));
        write(seed.resolve("etc/hostname"), hostname + "\n");
        write(seed.resolve("etc/hosts"), "127.0.0.1 localhost\n::1 localhost\n127.0.1.1 " + hostname + "\n");
        write(seed.resolve("etc/machine-id"), UUID.randomUUID().toString().replace("-", "") + "\n");
        Files.createDirectories(seed.resolve(HOST_KEY).getParent());
        SshKey.make(seed.resolve(HOST_KEY));
        var login = SshKey.make(scratch.resolve(PRIVATE_KEY)).publicKey();
        write(seed.resolve("root/.ssh/authorized_keys"), login);
        write(seed.resolve("home/cordon/.ssh/authorized_keys"), login);
    }

    /** Only when the host is up is its address known. */
    static void writeKnownHosts(Path scratch, String address) throws IOException {
        var key = new SshKey(scratch.resolve("seed").resolve(HOST_KEY)).publicKey();
        Files.writeString(scratch.resolve(KNOWN_HOSTS), address + " " + key);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
