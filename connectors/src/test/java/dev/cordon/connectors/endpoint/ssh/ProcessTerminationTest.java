package dev.cordon.connectors.endpoint.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.Hostname;
import dev.cordon.action.ProcessName;
import dev.cordon.action.Reason;
import dev.cordon.action.TerminateProcess;
import dev.cordon.execution.Rollback;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.lab.host.DebianHost;
import dev.cordon.lab.host.Furnishing;
import dev.cordon.lab.host.NeedsDebianHost;
import dev.cordon.plan.Step;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code terminate_process} on a Debian host with gdb, where other things happen at the same time. */
@NeedsDebianHost
final class ProcessTerminationTest {

    private static final String SETTINGS =
            "{user: %s, sudo: %s, key: \"file:%s\", known_hosts: \"file:%s\", hosts: {web1: %s}}";

    private static DebianHost host;

    @TempDir
    Path folder;

    private HostStand stand;

    @BeforeAll
    static void start() {
        host = DebianHost.start(Furnishing.FULL);
        host.run("cp", "/bin/sleep", "/opt/worker");
        script("evil", "/opt/worker 1000000 & /opt/worker 1000000 & wait");
        script("server", "exec /opt/worker 1000001");
    }

    @AfterAll
    static void end() {
        host.close();
    }

    @BeforeEach
    void open() {
        stand = stand("root", false);
    }

    @AfterEach
    void close() {
        stand.close();
        host.attempt("systemctl", "stop", "evil.service");
        host.attempt("pkill", "-KILL", "-x", "evil");
        host.attempt("pkill", "-KILL", "-x", "worker");
    }

    private HostStand stand(String user, boolean sudo) {
        return new HostStand(
                folder, SETTINGS.formatted(user, sudo, host.privateKey(), host.knownHosts(), host.address()));
    }

    private static void script(String name, String text) {
        host.write("/opt/" + name, "#!/bin/sh\n" + text + "\n");
        host.run("chmod", "755", "/opt/" + name);
    }

    private static void begin(String program) {
        host.run("sh", "-c", "setsid /opt/" + program + " </dev/null >/dev/null 2>&1 &");
        host.run("sh", "-c", "until pgrep -x worker >/dev/null; do sleep 0.02; done");
    }

    private static boolean runs(String name) {
        return host.attempt("pgrep", "-x", name).exit() == 0;
    }

    private static TerminateProcess request(String name, boolean dump, boolean all) {
        return new TerminateProcess(
                new Hostname("WEB1"), new ProcessName(name), Optional.empty(), true, dump, all, new Reason("test"));
    }

    private static String note(RunState run) {
        return run.actions().values().iterator().next().note();
    }

    @Test
    void the_memory_of_each_process_is_kept_under_its_hash_and_nothing_of_it_stays_on_the_host() throws Exception {
        begin("evil");

        var run = stand.apply(request("evil", true, false));

        assertThat(run.status()).as(note(run)).isEqualTo(Status.COMPLETED);
        var files = run.actions().values().iterator().next().membersOf("dump file");
        assertThat(files).hasSize(3);
        assertThat(files.values())
                .allSatisfy(file -> assertThat(
                                stand.evidence().kept(file.path("sha256").stringValue()))
                        .hasValue(file.path("size").longValue()));
        assertThat(stand.shown(run).evidencePath()).isEqualTo("evidence");
        assertThat(host.attempt("ls", "/var/lib/cordon", "/run/cordon").exit()).isEqualTo(2);
        assertThat(host.attempt("pgrep", "-f", "proc.freeze").exit())
                .as("nothing waits there to let them go")
                .isEqualTo(1);
        assertThat(runs("worker")).isFalse();
        assertThat(stand.rollback(run)).isInstanceOf(Rollback.Refused.class);
    }

    @Test
    void a_service_that_starts_its_process_again_fails_the_action_and_is_named() throws Exception {
        host.write(
                "/etc/systemd/system/evil.service",
                "[Service]\nExecStart=/opt/worker 1000001\nRestart=always\nRestartSec=100ms\n");
        host.run("systemctl", "daemon-reload");
        host.run("systemctl", "start", "evil.service");

        var run = stand.apply(request("worker", false, false));

        assertThat(run.status()).isEqualTo(Status.FAILED);
        assertThat(note(run)).contains("it came back as process ", "started by process 1 (systemd)", "evil.service");
    }

    @Test
    void one_of_several_is_never_taken_and_all_of_them_only_when_all_is_said() throws Exception {
        begin("evil");

        assertThat(stand.refusal(request("worker", false, false)))
                .contains("ambiguous", "give process_id, or all: true", "/opt/worker");
        var run = stand.apply(request("worker", false, true));

        assertThat(run.status()).as(note(run)).isEqualTo(Status.COMPLETED);
        assertThat(runs("worker")).isFalse();
    }

    @Test
    void a_process_that_is_another_one_by_now_is_not_touched() throws Exception {
        begin("evil");
        var plan = stand.plan(request("evil", false, false));
        host.run("pkill", "-KILL", "-x", "evil");
        host.run("pkill", "-KILL", "-x", "worker");
        begin("evil");

        var run = stand.apply(plan);

        assertThat(run.status()).isEqualTo(Status.FAILED);
        assertThat(note(run)).contains("drift, nothing was changed");
        assertThat(runs("evil")).isTrue();
    }

    @Test
    void what_cordon_itself_and_the_host_run_under_is_refused() {
        assertThat(stand.refusal(request("systemd", false, true))).contains("is one that Cordon itself, or the host");
        assertThat(stand.refusal(request("sshd", false, true))).contains("is one that Cordon itself, or the host");
        assertThat(stand.refusal(request("kthreadd", false, true))).isNotEmpty();
        assertThat(stand.refusal(request("timeout", false, true))).contains("is not running on web1");
    }

    @Test
    void an_account_that_is_not_root_is_told_so_and_one_with_sudo_may() throws Exception {
        begin("evil");
        stand.close();
        try (var ordinary = stand(DebianHost.USER, false)) {
            assertThat(ordinary.refusal(request("evil", false, false)))
                    .contains("belongs to another user", "see 'sudo' of the platform");
        }

        stand = stand(DebianHost.USER, true);
        var run = stand.apply(request("evil", false, false));

        assertThat(run.status()).as(note(run)).isEqualTo(Status.COMPLETED);
        assertThat(runs("evil")).isFalse();
    }

    @Test
    void a_dump_that_fails_stops_the_action_and_lets_the_processes_go() throws Exception {
        begin("evil");
        host.run("sh", "-c", "mkdir -p /var/lib/cordon && chown nobody /var/lib/cordon");
        try {
            var run = stand.apply(request("evil", true, false));

            assertThat(run.status()).isEqualTo(Status.FAILED);
            assertThat(note(run)).contains("/var/lib/cordon is not this account's");
            assertThat(states("evil")).doesNotContain("T");
            assertThat(stand.shown(run).evidencePath()).isNull();
        } finally {
            host.run("rm", "-rf", "/var/lib/cordon");
        }
    }

    @Test
    void a_stopping_that_broke_off_is_let_go_whole_by_a_rollback() throws Exception {
        begin("evil");
        var plan = stand.plan(request("evil", false, false));
        stand.listen(event -> {
            if (event instanceof Event.Answered(var at, var _) && at.step().equals("stop the processes")) {
                host.run("pkill", "-CONT", "-x", "evil"); // as if it had not come to all of them
                throw new IllegalStateException("the engine dies here");
            }
        });
        assertThatThrownBy(() -> stand.apply(plan)).hasMessage("the engine dies here");
        stand.listen(_ -> {});
        assertThat(states("worker")).contains("T");

        var run = stand.rolledBack(stand.lastRun());

        assertThat(run.status()).as(note(run)).isEqualTo(Status.ROLLED_BACK);
        assertThat(states("worker")).doesNotContain("T");
        assertThat(host.attempt("ls", "/run/cordon").exit()).isEqualTo(2);
    }

    @Test
    void a_process_that_stood_still_before_still_does_when_the_others_are_let_go() throws Exception {
        begin("evil");
        host.run("pkill", "-STOP", "-x", "worker");
        host.run("sh", "-c", "mkdir -p /var/lib/cordon && chown nobody /var/lib/cordon");
        try {
            var run = stand.apply(request("evil", true, false));

            assertThat(run.status()).isEqualTo(Status.FAILED);
            assertThat(states("evil")).doesNotContain("T");
            assertThat(states("worker").lines()).hasSize(2).allMatch(state -> state.startsWith("T"));
        } finally {
            host.run("rm", "-rf", "/var/lib/cordon");
        }
    }

    private static String states(String name) {
        return host.run("sh", "-c", "ps -o stat= -p $(pgrep -d, -x " + name + ")");
    }

    @Test
    void a_dump_that_fails_is_a_note_where_a_person_waived_it() throws Exception {
        begin("evil");
        host.run("sh", "-c", "mkdir -p /var/lib/cordon && chown nobody /var/lib/cordon");
        try {
            var waived = stand.draw(request("evil", true, false), Optional.of(new Reason("it spreads")));
            var plan = HostStand.planned(waived);
            assertThat(HostStand.plan(plan).notes())
                    .contains("a memory dump that fails does not stop the action, because: it spreads");

            var run = stand.apply(plan);

            assertThat(run.status()).as(note(run)).isEqualTo(Status.COMPLETED);
            assertThat(runs("evil")).isFalse();
        } finally {
            host.run("rm", "-rf", "/var/lib/cordon");
        }
    }

    @Test
    void the_plan_says_that_a_killed_process_does_not_come_back() {
        begin("evil");

        var plan = stand.plan(request("evil", true, false));

        assertThat(plan.actions().getFirst().canBeUndone()).isFalse();
        assertThat(HostStand.plan(plan).notes())
                .contains("a killed process does not come back: this action cannot be undone");
        assertThat(HostStand.plan(plan).steps().stream().map(Step::name))
                .containsExactly(
                        "list the processes",
                        "stop the processes",
                        "dump their memory",
                        "fetch the file",
                        "remove it from the host",
                        "clear up",
                        "kill the processes");
    }

    @Test
    void a_connection_that_breaks_while_the_host_works_changes_nothing_of_the_end() throws Exception {
        begin("evil");
        var plan = stand.plan(request("evil", true, false));
        var breaking = Thread.ofVirtual().start(() -> {
            for (var i = 0; i < 10; i++) {
                host.cutConnections();
            }
        });

        var run = stand.apply(plan);
        breaking.join();
        if (note(run).startsWith("nothing was changed: ")) {
            run = stand.apply(plan);
        }
        for (var i = 0; i < 3 && run.status() != Status.COMPLETED; i++) {
            run = stand.resume(run);
        }

        assertThat(run.status()).as(note(run)).isEqualTo(Status.COMPLETED);
        assertThat(runs("evil")).isFalse();
        assertThat(host.attempt("ls", "/var/lib/cordon", "/run/cordon").exit()).isEqualTo(2);
    }
}
