package dev.cordon.connectors.network.nftables;

import static dev.cordon.connectors.network.nftables.FirewallBlockTest.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.BlockTarget.TargetType;
import dev.cordon.action.Cidr;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.FirewallBlock.Direction;
import dev.cordon.action.PlatformName;
import dev.cordon.connectors.network.nftables.StandingBlocks.Standing;
import dev.cordon.operation.Command;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Facts;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Refused;
import dev.cordon.plan.Shown;
import dev.cordon.plan.Step;
import dev.cordon.playbook.Conditions;
import dev.cordon.transport.program.ShellText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Plans of blocks from canned facts: no root, no nft. */
class BlockPlanTest {

    private final FirewallBlocks blocks = new FirewallBlocks(
            new PlatformName("edge"), new BlockTable(65_536), Approach.onThisMachine(List.of(), Map.of()));
    private final FirewallBlock both = block("198.51.100.7", Direction.BOTH);

    @Test
    void the_same_facts_give_the_same_plan_and_what_is_only_shown_changes_no_digest() {
        var sooner = new StandingBlocks("", List.of(timed(3600), entry(Way.OUT, false)), Tools.ALL, null, false);
        var later = new StandingBlocks("", List.of(timed(3599), entry(Way.OUT, false)), Tools.ALL, null, false);
        var anHour = new Conditions(Optional.of(Duration.ofHours(1)), Optional.empty());

        assertThat(blocks.plan(both, sooner, anHour)).isEqualTo(blocks.plan(both, sooner, anHour));
        assertThat(((Plan) blocks.plan(both, later, anHour)).digest())
                .isEqualTo(((Plan) blocks.plan(both, sooner, anHour)).digest());
    }

    @Test
    void the_two_directions_of_a_block_have_words_of_their_own() {
        var plan = plan(StandingBlocks.none(BlockEntry.of(both)));

        assertThat(plan.touches())
                .extracting(Asset::inWords)
                .containsExactly("block 198.51.100.7 inbound on edge", "block 198.51.100.7 outbound on edge");
    }

    @Test
    void nothing_is_shown_of_a_time_where_there_is_none() {
        var forEver = new StandingBlocks("", entries(true), Tools.ALL, null, false);

        assertThat(Facts.full(forEver)).isEqualTo(Facts.bound(forEver));
    }

    @Test
    void open_connections_are_ended_after_the_block_and_never_those_to_the_machine_itself() {
        var plan = plan(StandingBlocks.none(BlockEntry.of(both)));

        assertThat(plan.steps())
                .extracting(Step::name)
                .endsWith(
                        "block",
                        "see which addresses are its own",
                        "end open connections",
                        "forget connections from 198.51.100.7",
                        "forget connections to 198.51.100.7");
        assertThat(words(plan, "end open connections")).endsWith("( dst 198.51.100.7 ) and not ${to_itself}");
        assertThat(named(plan, "end open connections").optional()).isTrue();
    }

    @Test
    void connections_of_the_responders_are_left_out_where_a_port_is_blocked() {
        var environment = Map.of("SSH_CONNECTION", "192.0.2.9 50000 203.0.113.10 22");
        var approach = Approach.onThisMachine(List.of(Cidr.parse("2001:db8:77::/48")), environment);
        var guarded = new FirewallBlocks(new PlatformName("edge"), new BlockTable(65_536), approach);
        var ports = block("6000-6010", TargetType.PORT, Direction.BOTH);

        var plan = (Plan) guarded.plan(ports, guarded.assume(ports));

        assertThat(words(plan, "end open connections"))
                .endsWith("( ( sport >= :6000 and sport <= :6010 ) or ( dport >= :6000 and dport <= :6010 ) )"
                        + " and not ( ( dst [2001:db8:77::/48] ) or ( dst 192.0.2.9 ) ) and not ${to_itself}");
    }

    @Test
    void a_missing_tool_leaves_its_steps_out_and_the_plan_says_so() {
        var plan = plan(new StandingBlocks("", entries(false), List.of(), null, false));

        assertThat(plan.steps()).extracting(Step::name).containsExactly("remove the table when it is empty", "block");
        assertThat(plan.notes()).anyMatch(note -> note.endsWith("conntrack and ss are not installed"));
    }

    @Test
    void a_time_is_the_kernels_own_and_the_plan_says_when_it_releases() {
        var plan = (Plan) blocks.plan(
                both,
                StandingBlocks.none(BlockEntry.of(both)),
                new Conditions(Optional.of(Duration.ofMinutes(5)), Optional.empty()));

        assertThat(named(plan, "block").releasedAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(String.valueOf(named(plan, "block").apply())).contains("\"timeout\":300");
    }

    @Test
    void what_is_in_force_already_makes_an_empty_plan_on_top_of_it() {
        var plan = plan(new StandingBlocks("", entries(true), Tools.ALL, null, false));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.onTopOf()).extracting("id").containsExactly("inbound 198.51.100.7", "outbound 198.51.100.7");
    }

    @Test
    void a_changed_table_and_a_domain_are_refused() {
        var changed = new StandingBlocks("chain input is missing", entries(false), Tools.ALL, null, false);
        var domain = block("evil.example", TargetType.DOMAIN, Direction.BOTH);

        assertThat(blocks.plan(both, changed)).isInstanceOf(Refused.class);
        assertThat(((Refused) blocks.plan(domain, blocks.assume(domain))).reason())
                .contains("not yet");
    }

    @Test
    void an_assumed_plan_says_so() {
        assertThat(plan(blocks.assume(both)).notes()).anyMatch(note -> note.startsWith("assumed"));
    }

    private Plan plan(StandingBlocks facts) {
        return (Plan) blocks.plan(both, facts);
    }

    private static List<Standing> entries(boolean present) {
        return List.of(entry(Way.IN, present), entry(Way.OUT, present));
    }

    private static Standing entry(Way way, boolean present) {
        return new Standing(way.word(), present, false, List.of(), List.of(), Optional.empty());
    }

    private static Standing timed(long seconds) {
        return new Standing(Way.IN.word(), true, true, List.of(), List.of(), Optional.of(new Shown<>(seconds)));
    }

    private static Step named(Plan plan, String name) {
        return plan.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The argument list that a step applies, with a blank between its words. */
    private static String words(Plan plan, String name) {
        var command = (Command) Objects.requireNonNull(named(plan, name).apply());
        return command.argv().stream()
                .map(word -> word instanceof Value.Saved ? ShellText.promise(word) : word.text())
                .collect(Collectors.joining(" "));
    }
}
