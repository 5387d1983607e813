package dev.cordon.connectors.network.nftables;

import static dev.cordon.connectors.network.nftables.FirewallBlockTest.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.BlockTarget.TargetType;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.FirewallBlock.Direction;
import dev.cordon.action.PlatformName;
import dev.cordon.connectors.network.nftables.StandingBlocks.Standing;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Refused;
import dev.cordon.plan.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plans of blocks from canned facts: no root, no nft. */
class BlockPlanTest {

    private final FirewallBlocks blocks =
            new FirewallBlocks(new PlatformName("edge"), new BlockTable(65_536), OwnPath.of(List.of(), Map.of()));
    private final FirewallBlock both = block("198.51.100.7", Direction.BOTH);

    @Test
    void the_same_facts_give_the_same_plan_and_what_is_only_shown_changes_no_digest() {
        var absent = new StandingBlocks("", entries(false), new Shown<>(false), false);
        var there = new StandingBlocks("", entries(false), new Shown<>(true), false);

        assertThat(blocks.plan(both, absent)).isEqualTo(blocks.plan(both, absent));
        assertThat(plan(there).digest()).isEqualTo(plan(absent).digest());
    }

    @Test
    void a_time_is_the_kernels_own_and_the_plan_says_when_it_releases() {
        var plan = (Plan) blocks.plan(both, StandingBlocks.none(BlockEntry.of(both)), Duration.ofMinutes(5));

        assertThat(plan.steps().getLast().releasedAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(String.valueOf(plan.steps().getLast().apply())).contains("\"timeout\":300");
    }

    @Test
    void what_is_in_force_already_makes_an_empty_plan_on_top_of_it() {
        var plan = plan(new StandingBlocks("", entries(true), new Shown<>(true), false));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.onTopOf()).extracting("id").containsExactly("inbound 198.51.100.7", "outbound 198.51.100.7");
    }

    @Test
    void a_changed_table_and_a_domain_are_refused() {
        var changed = new StandingBlocks("chain input is missing", entries(false), new Shown<>(true), false);
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
        return new Standing(way.word(), present, false, List.of(), List.of(), new Shown<>(0L));
    }
}
