package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.lab.host.DebianHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a platform reaches a Debian host as {@code web1}: by system properties, so that a killed child has them too. */
final class HostAccess {

    private static final String ADDRESS = "cordon.test.ssh.address";
    private static final String KEY = "cordon.test.ssh.key";
    private static final String KNOWN_HOSTS = "cordon.test.ssh.known_hosts";
    private static final List<String> ALL = List.of(ADDRESS, KEY, KNOWN_HOSTS);

    private HostAccess() {}

    static void to(DebianHost host) {
        System.setProperty(ADDRESS, host.address());
        System.setProperty(KEY, host.privateKey().toString());
        System.setProperty(KNOWN_HOSTS, host.knownHosts().toString());
    }

    static void end() {
        ALL.forEach(System::clearProperty);
    }

    static String settings() {
        return "{user: root, key: env:SSH_KEY, known_hosts: \"file:%s\", hosts: {web1: %s}}"
                .formatted(System.getProperty(KNOWN_HOSTS), System.getProperty(ADDRESS));
    }

    static Map<String, String> environment() {
        try {
            return Map.of("SSH_KEY", Files.readString(Path.of(System.getProperty(KEY))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> properties() {
        return ALL.stream().collect(Collectors.toMap(name -> name, System::getProperty));
    }
}
