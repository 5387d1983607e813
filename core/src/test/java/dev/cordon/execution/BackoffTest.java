package dev.cordon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

final class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final VendorText SAID = new VendorText("said");

    @Test
    void doubles_from_200_ms_with_a_fifth_of_chance_and_ends_after_six_tries() {
        var backoff = new Backoff();

        for (var least : List.of(200, 400, 800, 1_600, 3_200)) {
            assertThat(backoff.next().orElseThrow().toMillis()).isBetween((long) least, least + least / 5L);
        }
        assertThat(backoff.next()).isEmpty();
    }

    @Test
    void waits_as_long_as_the_platform_asks_for() {
        var answer = new Answer.Throttled(NOW.plusSeconds(30));

        assertThat(new Backoff().after(answer, NOW)).hasValue(Duration.ofSeconds(30));
    }

    @Test
    void does_not_hurry_because_the_platform_asks_for_nothing() {
        var answer = new Answer.Throttled(NOW.minusSeconds(30));

        assertThat(new Backoff().after(answer, NOW).orElseThrow())
                .isBetween(Duration.ofMillis(200), Duration.ofMillis(240));
    }

    @Test
    void tries_again_what_never_left_this_machine() {
        assertThat(new Backoff().after(new Answer.Unreachable(SAID), NOW)).isPresent();
    }

    @Test
    void has_no_reason_to_try_again_after_any_other_answer() {
        var others = List.of(
                new Answer.Ok(JsonNodeFactory.instance.objectNode()),
                new Answer.Unanswered(SAID),
                new Answer.NotFound(SAID),
                new Answer.Unauthorized(SAID),
                new Answer.Stale(SAID),
                new Answer.Rejected("409", SAID));

        assertThat(others)
                .extracting(answer -> new Backoff().after(answer, NOW))
                .containsOnly(Optional.empty());
    }
}
