package dev.cordon.lab.host;

import dev.cordon.lab.netns.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A login with OpenSSH's own client, as a witness beside ours: with this key alone, to the known host alone, and with
 * nothing of the current user's configuration.
 */
public record OpenSsh(String address, int port, String user, Path privateKey, Path knownHosts) {

    /** Runs a command line of the user's shell; 255 is ssh's own failure. */
    public Tool run(String command) {
        return Tool.run(argv(command), "");
    }

    public List<String> argv(String command) {
        var options = Stream.of(
                        "BatchMode=yes",
                        "ConnectTimeout=2",
                        "StrictHostKeyChecking=yes",
                        "GlobalKnownHostsFile=/dev/null",
                        "UserKnownHostsFile=" + knownHosts,
                        "IdentitiesOnly=yes",
                        "IdentityFile=" + privateKey)
                .flatMap(option -> Stream.of("-o", option));
        var target = Stream.of("-F", "none", "-p", Integer.toString(port), user + "@" + address, command);
        return Stream.of(Stream.of("ssh"), options, target)
                .flatMap(words -> words)
                .toList();
    }
}
