package dev.cordon.lab.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.lab.netns.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a host ends, nothing of it is left on this machine, and no other host is touched. */
@NeedsDebianHost
class HostEndingTest {

    private static final String[] ALL = {"cable", "control group", "process", "scratch"};

    @TempDir
    Path folder;

    @Test
    void a_closed_host_leaves_nothing_and_may_be_closed_again() {
        var host = DebianHost.start(Furnishing.BARE);
        var traces = Traces.of(host.hostname(), host.address(), host.privateKey());
        var during = traces.left();

        host.close();
        host.close();

        assertThat(during).containsExactly(ALL);
        assertThat(traces.left()).isEmpty();
    }

    @Test
    void a_host_whose_owner_is_killed_leaves_nothing_and_the_one_beside_it_stays() {
        try (var killed = OwnedHost.start();
                var other = OwnedHost.start()) {
            assertThat(killed.traces().left()).containsExactly(ALL);

            killed.kill();
            Listener.until(() -> killed.traces().left().isEmpty());

            assertThat(other.traces().left()).containsExactly(ALL);
            assertThat(other.root().run("systemctl is-system-running").output().strip())
                    .isEqualTo("running");
        }
    }

    @Test
    void a_host_that_cannot_boot_leaves_nothing_and_says_why() throws IOException {
        var name = HostProcess.newName();
        var scratch = Files.createDirectory(folder.resolve("scratch"));
        HostSeed.sow(scratch, name);

        assertThatThrownBy(() -> HostProcess.start(scratch, name, folder.resolve("absent")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mount");

        var traces = new Traces(name, "no cable", scratch);
        Listener.until(() -> traces.left().isEmpty());
        assertThat(traces.left()).isEmpty();
    }
}
