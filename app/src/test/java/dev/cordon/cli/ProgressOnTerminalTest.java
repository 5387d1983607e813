package dev.cordon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionId;
import dev.cordon.journal.At;
import dev.cordon.journal.Event;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.Phase;
import dev.cordon.journal.Status;
import dev.cordon.plan.Verdict;
import dev.cordon.scripted.VirtualPace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class ProgressOnTerminalTest {

    private static final At BLOCK = new At(new ActionId("c2"), "block", null, Phase.APPLY, 1);

    private final VirtualPace pace = new VirtualPace();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void what_is_waited_for_stands_on_the_line_that_is_written_over() {
        try (var progress = new ProgressOnTerminal(new PrintStream(screen, true, UTF_8), pace.clock())) {
            progress.accept(intended());

            assertThat(screen.toString(UTF_8)).endsWith("\r\u001b[K… c2: block: sending, then looking, 0.0 s");
        }
    }

    @Test
    void what_is_settled_stays_with_the_time_that_it_took() {
        try (var progress = new ProgressOnTerminal(new PrintStream(screen, true, UTF_8), pace.clock())) {
            progress.accept(intended());
            pace.forward(Duration.ofMillis(1500));
            progress.accept(new Event.Judged(BLOCK, Outcome.CONFIRMED, Verdict.CONFIRMED, "", null, new TreeMap<>()));

            assertThat(screen.toString(UTF_8)).contains("  c2: block: confirmed (1.5 s)\n");
        }
    }

    @Test
    void of_several_actions_the_oldest_is_named_and_the_others_are_counted() {
        var other = new At(new ActionId("lock"), "gate", null, Phase.APPLY, 1);
        try (var progress = new ProgressOnTerminal(new PrintStream(screen, true, UTF_8), pace.clock())) {
            progress.accept(intended());
            progress.accept(new Event.Intended(other, JsonNodeFactory.instance.objectNode()));

            assertThat(screen.toString(UTF_8)).endsWith("… c2: block: sending, then looking, 0.0 s and 1 more");
        }
    }

    @Test
    void an_action_that_came_to_rest_is_not_waited_for_any_more() {
        try (var progress = new ProgressOnTerminal(new PrintStream(screen, true, UTF_8), pace.clock())) {
            progress.accept(intended());
            progress.accept(new Event.Stands(BLOCK.action(), Status.ROLLED_BACK, ""));

            assertThat(screen.toString(UTF_8)).endsWith("  c2: rolled_back\n");
        }
    }

    @Test
    void at_the_end_the_moving_line_is_gone() {
        var progress = new ProgressOnTerminal(new PrintStream(screen, true, UTF_8), pace.clock());
        progress.accept(intended());

        progress.close();

        assertThat(screen.toString(UTF_8)).endsWith("\r\u001b[K");
    }

    private static Event intended() {
        return new Event.Intended(BLOCK, JsonNodeFactory.instance.objectNode());
    }
}
