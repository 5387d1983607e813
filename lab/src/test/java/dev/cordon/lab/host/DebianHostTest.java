package dev.cordon.lab.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.lab.netns.Tool;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@NeedsDebianHost
class DebianHostTest {

    private static DebianHost host;

    @BeforeAll
    static void start() {
        host = DebianHost.start(Furnishing.FULL);
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @Test
    void it_has_booted_without_a_failed_unit() {
        assertThat(host.run("systemctl", "is-system-running").strip()).isEqualTo("running");
        assertThat(host.run("hostname").strip()).isEqualTo(host.hostname());
    }

    @Test
    void both_accounts_log_in_by_key_and_the_hosts_key_is_the_known_one() {
        assertThat(ssh("root", "id -un").output().strip()).isEqualTo("root");
        assertThat(ssh("cordon", "id -un; sudo -n id -un").output().strip()).isEqualTo("cordon\nroot");
    }

    @Test
    void two_readings_of_its_state_are_equal() {
        var before = host.state();
        ssh("cordon", "true");

        assertThat(host.state().since(before)).isEmpty();
        assertThat(before.units()).contains("Id=cron.service");
        assertThat(before.files())
                .contains("/etc/systemd/system/multi-user.target.wants/ssh.service /lib/systemd/system/ssh.service\n");
    }

    @Test
    void what_is_changed_on_it_shows_in_its_state() {
        var before = host.state();

        host.run("nft", "add", "table", "inet", "stranger");
        host.run("systemctl", "mask", "--now", "cron.service");
        var changed = host.state();
        host.run("systemctl", "unmask", "cron.service");
        host.run("systemctl", "start", "cron.service");
        host.run("nft", "delete", "table", "inet", "stranger");

        assertThat(changed.ruleset()).contains("table inet stranger");
        assertThat(changed.units()).contains("Id=cron.service LoadState=masked ActiveState=inactive");
        assertThat(changed.files()).contains("/etc/systemd/system/cron.service /dev/null\n");
        assertThat(host.state().since(before)).isEmpty();
    }

    @Test
    void a_connection_is_cut_while_its_command_works() throws Exception {
        var session = new ProcessBuilder(as("cordon").argv("echo begun; sleep 600")).start();
        assertThat(session.inputReader().readLine()).isEqualTo("begun");

        host.cutConnections();

        assertThat(session.waitFor()).isEqualTo(255);
        assertThat(host.run("pgrep", "-fx", "sleep 600")).isNotBlank();
        assertThat(ssh("root", "pkill -fx 'sleep 600'").exit()).isZero();
    }

    @Test
    void a_pulled_cable_lets_nothing_through_until_it_is_put_back() {
        host.unplug();
        assertThat(ssh("root", "true").exit()).isEqualTo(255);

        host.plug();
        assertThat(ssh("root", "true").exit()).isZero();
    }

    @Test
    void a_reboot_gives_it_another_boot_id_and_leaves_its_disk() {
        var before = bootId();
        host.write("/var/lib/kept/note", "still here");

        host.reboot();

        assertThat(bootId()).isNotEqualTo(before);
        assertThat(host.read("/var/lib/kept/note")).isEqualTo("still here");
    }

    @Test
    void a_debugger_takes_the_memory_of_a_process() {
        var image = "sleep 600 & gcore -o /root/image $! && kill $! && mv /root/image.$! /root/image";

        assertThat(ssh("root", image).exit()).isZero();

        assertThat(host.run("head", "-c", "4", "/root/image")).isEqualTo("\u007fELF");
    }

    @Test
    void a_bare_one_has_systemd_and_openssh_and_little_else() {
        try (var bare = DebianHost.start(Furnishing.BARE)) {
            assertThat(bare.address()).isNotEqualTo(host.address());
            assertThat(bare.run("systemctl", "is-system-running").strip()).isEqualTo("running");
            for (var tool : List.of("sudo", "nft", "gdb", "crontab", "conntrack", "python3", "perl5", "curl", "wget")) {
                assertThat(bare.attempt("sh", "-c", "command -v " + tool).exit())
                        .as(tool)
                        .isEqualTo(127);
            }
        }
    }

    private static String bootId() {
        return host.read("/proc/sys/kernel/random/boot_id");
    }

    private static Tool ssh(String user, String command) {
        return as(user).run(command);
    }

    private static OpenSsh as(String user) {
        return new OpenSsh(host.address(), host.port(), user, host.privateKey(), host.knownHosts());
    }
}
