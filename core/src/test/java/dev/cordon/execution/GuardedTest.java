package dev.cordon.execution;

import static dev.cordon.execution.Lock.lock;
import static dev.cordon.plan.Each.each;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionId;
import dev.cordon.journal.Status;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Check;
import dev.cordon.plan.Planned;
import dev.cordon.plan.Read;
import dev.cordon.plan.Subject;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.policy.Guard;
import dev.cordon.policy.Limits;
import dev.cordon.policy.NamePattern;
import dev.cordon.policy.OwnAddresses;
import dev.cordon.policy.ProtectedAssets;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard stands in every way: when a plan is drawn up, before it is applied, and when a member turns up. */
class GuardedTest {

    private static final ActionId A = new ActionId("a");

    @TempDir
    Path folder;

    @Test
    void what_is_protected_is_not_planned() throws Exception {
        try (var stand = Stand.of(folder, lock("door").touches(asset("door")))) {
            stand.guard = sparing("d*r");

            assertThat(stand.draw(FailurePolicy.STOP, Stand.action("a")))
                    .hasToString("Refused[refusals=[a (firewall_block): thing door on scripted is protected"
                            + " (names: d*r): it is left alone]]");
        }
    }

    @Test
    void what_was_protected_since_it_was_approved_is_refused_before_anything_is_sent() throws Exception {
        try (var stand = Stand.of(folder, lock("door").touches(asset("door")))) {
            var approved = stand.plan(FailurePolicy.STOP);
            stand.guard = sparing("door");

            var state = stand.engine().apply(approved, "analyst1");

            assertThat(state.status()).isEqualTo(Status.FAILED);
            assertThat(state.action(A).note()).startsWith("refused, nothing was changed: thing door on scripted");
            assertThat(stand.platform.transport().writes()).isEmpty();
        }
    }

    @Test
    void what_was_protected_since_it_was_applied_can_still_be_undone() throws Exception {
        try (var stand = Stand.of(folder, lock("door").touches(asset("door")))) {
            stand.apply();
            stand.guard = sparing("door");

            var undone = (Rollback.Tried) stand.rollback();

            assertThat(undone.state().status()).isEqualTo(Status.ROLLED_BACK);
            assertThat(stand.world).hasToString("{}");
        }
    }

    @Test
    void a_protected_member_is_left_alone_and_the_others_are_not() throws Exception {
        try (var stand = Stand.of(folder, endEachMember())) {
            stand.world.set("member-1", "breakglass-1");
            stand.world.set("member-2", "mallory");
            stand.guard = new Guard(
                    new ProtectedAssets(List.of(), List.of(), List.of(new NamePattern("breakglass-*")), List.of()),
                    Limits.DEFAULT,
                    OwnAddresses.NONE);

            var state = stand.apply();

            assertThat(state.status()).isEqualTo(Status.FAILED);
            assertThat(state.action(A).note()).contains("accounts: breakglass-*");
            assertThat(stand.world).hasToString("{member-1=breakglass-1, member-2=ended}");
        }
    }

    @Test
    void a_playbook_that_reaches_too_many_is_not_planned() throws Exception {
        var hosts = IntStream.range(0, 3).mapToObj(GuardedTest::host).toArray(Asset[]::new);
        try (var stand = Stand.of(folder, lock("door").touches(hosts))) {
            stand.guard = new Guard(ProtectedAssets.NONE, new Limits(2, 2, 2), OwnAddresses.NONE);

            assertThat(stand.draw(FailurePolicy.STOP, Stand.action("a")).toString())
                    .contains("the playbook reaches 3 hosts, the limit is 2: aim closer");
        }
    }

    private static Planned endEachMember() {
        return each("member", Read.of(list()).as("members"))
                .account("/value")
                .steps(step("end")
                        .apply(set("member-2", "ended"))
                        .check(Check.look(list()).expect("/all/member-2", "ended"))
                        .none("it has ended"));
    }

    private static Asset host(int number) {
        return asset("web" + number).of(new Subject.Host(List.of("web" + number), List.of()));
    }

    static Guard sparing(String... names) {
        var patterns = List.of(names).stream().map(NamePattern::new).toList();
        return new Guard(
                new ProtectedAssets(patterns, List.of(), List.of(), List.of()), Limits.DEFAULT, OwnAddresses.NONE);
    }
}
