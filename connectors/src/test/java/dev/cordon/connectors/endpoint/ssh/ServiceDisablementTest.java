package dev.cordon.connectors.endpoint.ssh;

import static dev.cordon.connectors.endpoint.ssh.ServiceCase.disable;
import static dev.cordon.connectors.endpoint.ssh.ServiceCase.isDown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.At;
import dev.cordon.journal.Event;
import dev.cordon.journal.Phase;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.lab.host.DebianHost;
import dev.cordon.lab.host.Furnishing;
import dev.cordon.lab.host.NeedsDebianHost;
import dev.cordon.lab.host.UnitZoo;
import dev.cordon.lab.laws.HurriedPace;
import dev.cordon.lab.netns.Listener;
import dev.cordon.plan.Asset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code disable_service} on a Debian host, on every kind of unit. */
@NeedsDebianHost
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServiceDisablementTest {

    private static DebianHost host;

    @TempDir
    Path folder;

    private HostStand stand;

    @BeforeAll
    static void start() {
        host = DebianHost.start(Furnishing.FULL);
        UnitZoo.install(host);
        HostAccess.to(host);
    }

    @AfterAll
    static void close() {
        HostAccess.end();
        host.close();
    }

    @BeforeEach
    void open() {
        stand = new HostStand(folder, HostAccess.settings(), HostAccess.environment(), new HurriedPace());
    }

    @AfterEach
    void shut() {
        stand.close();
    }

    @EnumSource(
            names = {
                "CRON", "STATIC", "HAND_LINKED", "RUNTIME_ENABLED", "ALIASED", "OTHER_INSTANCE", "TUNED", "ADMIN",
                        "LINKED",
                "RUNTIME", "SYSV", "STUBBORN", "TIMED", "SPOOL", "BASE", "ECHO", "ECHO_SOCKET", "TIMER"
            })
    @ParameterizedTest
    void a_unit_of_any_kind_is_stopped_cannot_start_and_is_afterwards_exactly_as_before(UnitZoo one) throws Exception {
        var before = host.state();

        var run = completed(stand.apply(disable(one.unit(), true, true, true)));
        var down = isDown(host, one);
        rolledBack(stand.rolledBack(run));

        assertThat(down).isTrue();
        assertThat(host.state().since(before)).isEmpty();
    }

    @Test
    void an_alias_stands_for_the_unit_behind_it() {
        var plan = stand.plan(disable(UnitZoo.ALIAS.unit(), true, true, false));

        assertThat(plan.actions().getFirst().plan().touches())
                .extracting(Asset::inWords)
                .containsExactly("unit lab-alias.service on web1, lab-aliased.service on web1 on linux");
    }

    @Test
    void a_service_that_was_masked_while_it_ran_is_stopped_and_runs_masked_again() throws Exception {
        var before = host.state();

        var run = completed(stand.apply(disable(UnitZoo.MASKED_RUNNING.unit(), true, true, false)));
        var down = isDown(host, UnitZoo.MASKED_RUNNING);
        rolledBack(stand.rolledBack(run));

        assertThat(down).isTrue();
        assertThat(host.state().since(before)).isEmpty();
    }

    @Test
    void a_failed_service_cannot_start_and_is_failed_again() throws Exception {
        var before = host.state();

        var run = completed(stand.apply(disable(UnitZoo.FAILED.unit(), true, true, false)));
        var down = isDown(host, UnitZoo.FAILED);
        rolledBack(stand.rolledBack(run));

        assertThat(down).isTrue();
        assertThat(host.state().since(before)).isEmpty();
    }

    @Test
    void a_service_is_stopped_as_its_own_unit_says() throws Exception {
        host.write("/usr/lib/systemd/system/tidy.service", """
                [Service]
                ExecStart=/usr/bin/sleep infinity
                ExecStop=/usr/bin/touch /run/tidied
                """);
        host.run("sh", "-c", "systemctl daemon-reload; systemctl start tidy.service");

        var run = completed(stand.apply(disable("tidy", true, true, false)));

        assertThat(host.attempt("test", "-e", "/run/tidied").exit()).isZero();
        rolledBack(stand.rolledBack(run));
    }

    @Test
    void a_service_that_dies_again_and_again_is_down_and_afterwards_dies_again_and_again() throws Exception {
        host.write("/etc/systemd/system/dying.service", """
                [Service]
                ExecStart=/usr/bin/false
                Restart=always
                RestartSec=20
                """);
        host.run("sh", "-c", "systemctl daemon-reload; systemctl start dying.service");
        Listener.until(() -> dying().contains("auto-restart"));

        var run = completed(stand.apply(disable("dying", true, true, false)));
        var during = dying();
        rolledBack(stand.rolledBack(run));

        assertThat(during).doesNotContain("auto-restart");
        assertThat(dying()).contains("auto-restart");
        host.run("sh", "-c", "systemctl stop dying; rm /etc/systemd/system/dying.service; systemctl daemon-reload");
    }

    private static String dying() {
        return host.run("systemctl", "show", "-p", "ActiveState,SubState", "dying.service");
    }

    @Test
    void the_copy_of_the_configuration_has_the_files_and_the_links() throws Exception {
        var plan = stand.plan(disable(UnitZoo.TUNED.unit(), true, true, true));
        var sha256 = plan.actions().getFirst().facts().path("configSha256").stringValue();

        rolledBack(stand.rolledBack(completed(stand.apply(plan))));

        assertThat(stand.evidence().kept(sha256)).isPresent();
        assertThat(Files.readString(folder.resolve("evidence").resolve(sha256)))
                .startsWith("### lab-tuned.service\n# /lib/systemd/system/lab-tuned.service\n[Service]\n")
                .contains("# /etc/systemd/system/lab-tuned.service.d/local.conf\n[Service]\nNice=5\n")
                .endsWith("# /etc/systemd/system/multi-user.target.wants/lab-tuned.service ->"
                        + " /lib/systemd/system/lab-tuned.service\n");
    }

    @Test
    void of_a_masked_service_that_does_not_run_nothing_is_left_to_do() {
        var plan = stand.plan(disable(UnitZoo.MASKED.unit(), true, true, true));

        assertThat(plan.actions().getFirst().plan().isEmpty()).isTrue();
    }

    @Test
    void a_transient_unit_is_refused_for_nothing_could_bring_it_back() {
        assertThat(stand.refusal(disable(UnitZoo.TRANSIENT.unit(), true, true, true)))
                .contains("lab-transient.service is transient");
    }

    @Test
    void an_absent_service_is_not_found_and_others_with_its_name_are_named() {
        assertThat(stand.refusal(disable("echo", true, true, true)))
                .contains("echo.service on web1; there are lab-echo.service, lab-echo.socket");
        assertThat(stand.refusal(disable(UnitZoo.ABSENT.unit(), true, true, true)))
                .contains("lab-absent.service on web1");
    }

    @ValueSource(strings = {"ssh", "sshd.service", "dbus", "systemd-journald", "systemd-logind.service", "dbus.socket"})
    @ParameterizedTest
    void what_the_host_or_cordon_lives_by_is_not_touched(String name) {
        assertThat(stand.refusal(disable(name, true, true, false))).contains("is not touched: ");
    }

    @ValueSource(
            strings = {
                "-rf",
                "--now",
                "*",
                "lab-*",
                "a b",
                "../../etc/passwd",
                "$(touch /tmp/x)",
                "`id`",
                "a;b",
                "a\\x00'b",
                "multi-user.target",
                "lab-instance@",
                "-.mount",
                "cron.service;ssh.service",
                "%I",
                "cr\u043En"
            })
    @ParameterizedTest
    void a_name_that_is_none_of_a_service_is_not_found(String name) {
        var before = host.state();

        var refusal = stand.refusal(disable(name, true, true, true));

        assertThat(refusal).containsAnyOf("cannot be the name of a unit", "is no unit that can be stopped", " on web1");
        assertThat(host.state().since(before)).isEmpty();
    }

    @Test
    void stopped_only_it_may_be_started_again_and_undo_starts_it() throws Exception {
        var before = host.state();
        var plan = stand.plan(disable(UnitZoo.ADMIN.unit(), true, false, false));

        var run = completed(stand.apply(plan));
        var stopped =
                host.attempt("systemctl", "is-active", UnitZoo.ADMIN.unit()).exit() != 0;
        rolledBack(stand.rolledBack(run));

        assertThat(plan.actions().getFirst().plan().notes())
                .contains("it may be started again, at the next boot too: its own Restart=always");
        assertThat(stopped).isTrue();
        assertThat(host.state().since(before)).isEmpty();
    }

    @Test
    void stopped_only_a_service_that_comes_back_fails_the_action_which_names_what_started_it() throws Exception {
        var before = host.state();

        var run = stand.apply(disable(UnitZoo.SPOOL.unit(), true, false, false));

        assertThat(run.status()).isEqualTo(Status.FAILED);
        assertThat(notes(run)).contains("it is started by lab-spool.path when that runs");
        rolledBack(stand.rolledBack(run));
        assertThat(host.state().since(before)).isEmpty();
    }

    @Test
    void without_stopping_only_its_own_links_go_and_come_back() throws Exception {
        var before = host.state();

        var run = completed(stand.apply(disable(UnitZoo.RUNTIME_ENABLED.unit(), false, true, false)));
        var during = UnitZoo.RUNTIME_ENABLED.stateOn(host);
        rolledBack(stand.rolledBack(run));

        assertThat(during).isEqualTo("loaded active running disabled");
        assertThat(host.state().since(before)).isEmpty();
    }

    @Test
    void without_stopping_a_static_service_is_refused_with_the_way_out() {
        assertThat(stand.refusal(disable(UnitZoo.STATIC.unit(), false, true, false)))
                .contains("lab-static.service is static")
                .contains("with stop_immediately it is kept from starting");
    }

    @Test
    void what_somebody_changed_meanwhile_is_reported_and_not_overwritten() throws Exception {
        var run = completed(stand.apply(disable(UnitZoo.STATIC.unit(), true, true, false)));
        host.run("sh", "-c", "rm -r /etc/systemd/system/lab-static.service.d; systemctl daemon-reload");
        host.run("systemctl", "start", UnitZoo.STATIC.unit());

        var undone = rolledBack(stand.rolledBack(run));

        assertThat(notes(undone)).contains("no longer as it was left");
        assertThat(UnitZoo.STATIC.stateOn(host)).isEqualTo(UnitZoo.STATIC.state());
    }

    @Test
    void a_drop_in_of_somebody_else_stays_and_undo_says_what_is_different() throws Exception {
        var run = completed(stand.apply(disable(UnitZoo.DISABLED.unit(), true, true, false)));
        host.write("/etc/systemd/system/lab-disabled.service.d/other.conf", "[Service]\nNice=3\n");

        var undone = stand.rolledBack(run);

        assertThat(undone.status()).isEqualTo(Status.FAILED);
        assertThat(notes(undone)).contains("other.conf");
        assertThat(host.run("ls", "/etc/systemd/system/lab-disabled.service.d")).isEqualTo("other.conf\n");
        assertThat(UnitZoo.DISABLED.stateOn(host)).isEqualTo(UnitZoo.DISABLED.state());
        host.run("sh", "-c", "rm -r /etc/systemd/system/lab-disabled.service.d; systemctl daemon-reload");
    }

    @Test
    void two_services_are_disabled_side_by_side() throws Exception {
        var before = host.state();

        var run = completed(stand.apply(
                disable(UnitZoo.TUNED.unit(), true, true, true), disable(UnitZoo.INSTANCE.unit(), true, true, true)));
        var down = List.of(isDown(host, UnitZoo.TUNED), isDown(host, UnitZoo.INSTANCE));
        rolledBack(stand.rolledBack(run));

        assertThat(down).containsExactly(true, true);
        assertThat(host.state().since(before)).isEmpty();
    }

    /** At each operation in turn, the first time that it is sent, the connection is cut while the script works. */
    @Test
    void a_connection_that_is_cut_while_the_script_works_changes_nothing_of_the_outcome() throws Exception {
        var before = host.state();
        var cut = ConcurrentHashMap.<At>newKeySet();
        try (var saboteur = Executors.newSingleThreadExecutor()) {
            stand.listen(event -> {
                if (event instanceof Event.Intended(var at, var _) && at.phase() != Phase.CANCEL && cut.add(at)) {
                    saboteur.submit(ServiceDisablementTest::cutOnceTheScriptRuns);
                }
            });

            var run = completed(stand.apply(disable(UnitZoo.ECHO.unit(), true, true, true)));
            rolledBack(stand.rolledBack(run));
        }

        assertThat(host.state().since(before)).isEmpty();
    }

    private static void cutOnceTheScriptRuns() {
        Listener.until(() -> host.attempt("pgrep", "-f", "sh -s -- svc").exit() == 0);
        host.cutConnections();
    }

    @Order(Integer.MAX_VALUE) // what only ran, and was not enabled, does not run afterwards
    @Test
    void a_reboot_between_apply_and_undo_changes_nothing_of_the_outcome() throws Exception {
        var before = UnitZoo.BASE.stateOn(host);
        var run = completed(stand.apply(disable(UnitZoo.BASE.unit(), true, true, false)));

        host.reboot();
        var down = isDown(host, UnitZoo.BASE);
        rolledBack(stand.rolledBack(run));

        assertThat(down).isTrue();
        assertThat(UnitZoo.BASE.stateOn(host)).isEqualTo(before);
        assertThat(List.of(UnitZoo.REQUIRING, UnitZoo.REQUISITE, UnitZoo.BOUND, UnitZoo.PART))
                .allSatisfy(one -> assertThat(one.stateOn(host)).startsWith("loaded active running"));
    }

    private static RunState completed(RunState run) {
        assertThat(run.status()).as(notes(run)).isEqualTo(Status.COMPLETED);
        return run;
    }

    private static RunState rolledBack(RunState run) {
        assertThat(run.status()).as(notes(run)).isEqualTo(Status.ROLLED_BACK);
        return run;
    }

    private static String notes(RunState run) {
        return run.actions().values().stream()
                .map(action -> action.note() + " " + action.steps())
                .toList()
                .toString();
    }
}
