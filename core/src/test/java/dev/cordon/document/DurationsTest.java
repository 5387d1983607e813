package dev.cordon.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "90s, PT90S",
        "30m, PT30M",
        "24h, PT24H",
        "7d, PT168H",
        "1d12h, PT36H",
        "1d2h3m4s, PT26H3M4S",
        "3650d, PT87600H"
    })
    void number_with_its_unit_is_a_length_of_time(String written, Duration duration) {
        assertThat(Durations.parse(written)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0s",
                "90",
                "-5m",
                "1.5h",
                "5 m",
                "5M",
                "1h1d",
                "1h1h",
                "PT5M",
                "3651d",
                "999999999d",
                "9999999999s",
                "٥m"
            })
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessageContaining("'" + text + "'");
    }

    @Property
    void any_length_is_read_back_from_its_shortest_form(@ForAll @IntRange(min = 1, max = 315_360_000) int seconds) {
        var duration = Duration.ofSeconds(seconds);

        assertThat(Durations.parse(Durations.write(duration))).isEqualTo(duration);
    }
}
