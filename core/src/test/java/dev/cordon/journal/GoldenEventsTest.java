package dev.cordon.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cordon.operation.Answer;
import dev.cordon.plan.Canonical;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * One event of each kind, as an earlier version wrote it. A later version reads every line: lines are added, never
 * changed or removed.
 */
final class GoldenEventsTest {

    @Test
    void every_event_ever_written_is_read_and_written_the_same() throws Exception {
        assertThat(golden())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Canonical.write(Canonical.read(line, Event.class)))
                        .isEqualTo(line));
    }

    @Test
    void every_kind_of_event_has_its_line() throws Exception {
        assertThat(golden().stream()
                        .map(line -> Canonical.parse(line).path("event").stringValue()))
                .containsAll(names(Event.class));
    }

    @Test
    void every_kind_of_answer_has_its_line() throws Exception {
        assertThat(golden().stream()
                        .map(line -> Canonical.parse(line).at("/answer/answer").asString("")))
                .containsAll(names(Answer.class));
    }

    private static List<String> names(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(kind -> kind.getAnnotation(JsonTypeName.class).value())
                .toList();
    }

    private static List<String> golden() throws IOException {
        try (var lines = Objects.requireNonNull(GoldenEventsTest.class.getResourceAsStream("events.jsonl"))) {
            return new String(lines.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
