package dev.cordon.lab.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.lab.netns.Listener;
import dev.cordon.lab.netns.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a host ends, nothing of it is left on this machine. */
@NeedsDebianHost
class HostEndingTest {

    @TempDir
    Path folder;

    @Test
    void a_closed_host_leaves_nothing_and_may_be_closed_again() throws IOException {
        var before = machine();

        var host = DebianHost.start(Furnishing.BARE);
        var during = machine();
        host.close();
        host.close();

        assertThat(during).contains(host.hostname()).isNotEqualTo(before);
        assertThat(machine()).isEqualTo(before);
        assertThat(host.privateKey()).doesNotExist();
    }

    @Test
    void a_host_that_cannot_boot_leaves_nothing_and_says_why() throws IOException {
        var before = machine();
        var scratch = Files.createDirectory(folder.resolve("scratch"));
        HostSeed.sow(scratch, "lost");

        assertThatThrownBy(() -> HostProcess.start(scratch, "lost", folder.resolve("absent")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mount");

        Listener.until(() -> Files.notExists(scratch));
        assertThat(machine()).isEqualTo(before);
    }

    /** What of this machine a host could leave behind: mounts, networks, devices, control groups. */
    private static String machine() throws IOException {
        return String.join(
                "\n",
                Files.readString(Path.of("/proc/self/mounts")),
                Tool.output(List.of("ip", "netns", "list"), ""),
                Tool.output(List.of("sh", "-c", "ip -o link | sed 's/^[0-9]*: //'"), ""),
                Tool.output(List.of("sh", "-c", "find /sys/fs/cgroup -name 'lab*h*' -o -name lost"), ""));
    }
}
