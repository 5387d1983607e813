package dev.cordon.connectors.endpoint.ssh;

import static dev.cordon.connectors.endpoint.ssh.ServiceCase.disable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.DisableService;
import dev.cordon.action.PlatformName;
import dev.cordon.action.Reason;
import dev.cordon.operation.Operation;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Refused;
import dev.cordon.plan.Step;
import dev.cordon.playbook.Conditions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plans of {@code disable_service} from canned facts: no host. */
class ServicePlanTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DisableService BOTH = disable("web.service", true, true, true);

    private final SshPlatform platform = (SshPlatform) new Ssh().offline(new PlatformName("linux"));
    private final ServiceDisablement connector =
            new ServiceDisablement(new PlatformName("linux"), new Inventory(Map.of()));

    @Test
    void undo_frees_what_was_held_then_starts_the_socket_the_service_and_what_had_stopped_with_it() {
        var facts = facts(unit("web.service"), List.of(unit("web.socket")), List.of("shop.service", "cart.service"));

        var plan = (Plan) connector.plan(BOTH, facts);

        assertThat(plan.steps().stream().map(this::line).toList())
                .containsExactly("""
                keep a copy of the configuration
                  do   web1: svc.config units='web.service web.socket' into the evidence store\
                """, """
                start cart.service again
                  undo web1: svc.start unit=cart.service\
                """, """
                start shop.service again
                  undo web1: svc.start unit=shop.service\
                """, """
                start web.service again
                  undo web1: svc.start unit=web.service\
                """, """
                start web.socket again
                  undo web1: svc.start unit=web.socket\
                """, """
                let systemd read what is taken back
                  undo web1: svc.reload\
                """, """
                keep web.socket from starting
                  do   web1: svc.hold key="${key}" unit=web.socket
                  undo web1: svc.free folder=made key="${key}" unit=web.socket\
                """, """
                keep web.service from starting
                  do   web1: svc.hold key="${key}" unit=web.service
                  undo web1: svc.free folder=made key="${key}" unit=web.service\
                """, """
                let systemd read that
                  do   web1: svc.reload\
                """, """
                stop web.socket, web.service
                  do   web1: svc.stop kill_after=100 units='web.socket web.service'\
                """);
    }

    @Test
    void a_folder_for_drop_ins_that_was_there_is_kept() {
        var unit = unit("web.service");
        unit.put("folder", true);

        var plan = (Plan) connector.plan(BOTH, facts(unit, List.of(), List.of()));

        assertThat(line(named(plan, "keep web.service from starting"))).contains("undo web1: svc.free folder=kept");
    }

    @Test
    void links_are_removed_one_by_one_and_no_other_unit_is_touched() {
        var unit = unit("web.service");
        link(unit, "/etc/systemd/system/multi-user.target.wants/web.service", "/lib/systemd/system/web.service");
        link(unit, "/etc/systemd/system/httpd.service", "/lib/systemd/system/web.service");

        var plan = (Plan)
                connector.plan(disable("web", false, true, false), facts(unit, List.of(unit("web.socket")), List.of()));

        assertThat(plan.steps().stream().map(this::line).toList()).containsExactly("""
                unlink /etc/systemd/system/multi-user.target.wants/web.service
                  do   web1: svc.unlink path=/etc/systemd/system/multi-user.target.wants/web.service\
                 target=/lib/systemd/system/web.service
                  undo web1: svc.link path=/etc/systemd/system/multi-user.target.wants/web.service\
                 target=/lib/systemd/system/web.service\
                """);
        assertThat(plan.notes()).anyMatch(note -> note.endsWith(": web.socket"));
    }

    @Test
    void what_did_not_run_is_not_started_and_must_stay_down() {
        var unit = unit("web.service");
        unit.put("state", "stopped");

        var plan = (Plan) connector.plan(BOTH, facts(unit, List.of(), List.of()));

        assertThat(plan.steps())
                .extracting(Step::name)
                .doesNotContain("start web.service again")
                .endsWith("web.service does not run");
    }

    @Test
    void a_oneshot_that_comes_and_goes_is_stopped_and_not_started_again() {
        var unit = unit("web.service");
        unit.put("state", "passing");

        var plan = (Plan) connector.plan(BOTH, facts(unit, List.of(), List.of()));

        assertThat(plan.steps())
                .extracting(Step::name)
                .doesNotContain("start web.service again")
                .endsWith("stop web.service");
    }

    @Test
    void what_cordon_holds_already_lies_below_a_plan_without_steps() {
        var unit = unit("web.service");
        unit.put("state", "stopped");
        unit.withArray("drop_ins")
                .addObject()
                .put("path", "/etc/systemd/system/web.service.d/zz-cordon-00ff.conf")
                .put("sha256", "");

        var plan = (Plan) connector.plan(BOTH, facts(unit, List.of(), List.of()));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.onTopOf()).extracting("id").containsExactly("web1 web.service");
    }

    @Test
    void what_is_only_shown_changes_no_digest() {
        var later = unit("web.service");
        later.put("seen", "active (running), process 4711, since Thu");

        assertThat(digest(facts(later, List.of(), List.of())))
                .isEqualTo(digest(facts(unit("web.service"), List.of(), List.of())));
    }

    @Test
    void a_waived_copy_may_fail_and_the_plan_says_why() {
        var waived = new Conditions(Optional.empty(), Optional.of(new Reason("disk full")));

        var plan = (Plan) connector.plan(BOTH, facts(unit("web.service"), List.of(), List.of()), waived);

        assertThat(named(plan, "keep a copy of the configuration").optional()).isTrue();
        assertThat(plan.notes()).anyMatch(note -> note.endsWith("because: disk full"));
    }

    @Test
    void a_ttl_changes_nothing_on_the_host_since_a_worker_obeys_it() {
        var anHour = new Conditions(Optional.of(Duration.ofHours(1)), Optional.empty());
        var facts = facts(unit("web.service"), List.of(), List.of());

        assertThat(connector.plan(BOTH, facts, anHour)).isEqualTo(connector.plan(BOTH, facts));
    }

    @Test
    void a_unit_by_whose_stop_ssh_would_stop_is_refused() {
        var facts = facts(unit("web.service"), List.of(), List.of("ssh.service"));
        var below = new ServiceFacts.Dependant("ssh.service", false, false, "hosts are reached through it");
        var guarded = new ServiceFacts(
                facts.host(), "", facts.unit(), List.of(), List.of(below), facts.configSha256(), facts.boot());

        assertThat(connector.plan(BOTH, guarded))
                .isEqualTo(new Refused(
                        "ssh.service would stop with it, and is not touched: hosts are reached through it"));
    }

    @Test
    void a_unit_that_systemd_could_not_read_is_refused() {
        var unit = unit("web.service");
        unit.put("load", "bad-setting");

        assertThat(connector.plan(BOTH, facts(unit, List.of(), List.of())))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("bad-setting"));
    }

    private static ServiceFacts facts(ObjectNode unit, List<ObjectNode> activators, List<String> dependants) {
        var seen = JSON.createObjectNode().put("machine", "m").put("boot", "b").put("config_sha256", "0".repeat(64));
        seen.set("unit", unit);
        activators.forEach(seen.putArray("activators")::add);
        var below = seen.putArray("dependants");
        dependants.forEach(id -> below.addObject()
                .put("id", id)
                .put("transient", false)
                .put("refuses", false)
                .put("protected", ""));
        return ServiceFacts.of("web1", seen);
    }

    private static ObjectNode unit(String id) {
        var unit = JSON.createObjectNode()
                .put("id", id)
                .put("load", "loaded")
                .put("state", "running")
                .put("file_state", "enabled")
                .put("fragment", "/lib/systemd/system/" + id)
                .put("fragment_sha256", "")
                .put("mask", "")
                .put("source", "")
                .put("source_sha256", "")
                .put("folder", false)
                .put("transient", false)
                .put("refuses", false)
                .put("restart", "no")
                .put("protected", "")
                .put("seen", "active (running)");
        unit.putArray("names").add(id);
        return unit;
    }

    private static void link(ObjectNode unit, String path, String target) {
        unit.withArray("links").addObject().put("path", path).put("target", target);
    }

    private String digest(ServiceFacts facts) {
        return ((Plan) connector.plan(BOTH, facts)).digest().value();
    }

    private static Step named(Plan plan, String name) {
        return plan.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String line(Step step) {
        return step.name() + brief("\n  do   ", step.apply()) + brief("\n  undo ", step.undo());
    }

    private String brief(String label, @Nullable Operation operation) {
        return operation == null ? "" : label + platform.transport().brief(operation);
    }
}
