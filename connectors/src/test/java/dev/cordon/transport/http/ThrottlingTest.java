package dev.cordon.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottlingTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After            | 7                              | PT7S",
                "Retry-After            | Mon, 05 Jan 2026 10:01:00 GMT  | PT1M",
                "retry-after-ms         | 1500                           | PT1.5S",
                "x-ms-retry-after-ms    | 2500                           | PT2.5S",
                "X-RateLimit-RetryAfter | 1767607260                     | PT1M",
                "X-RateLimit-Reset      | 1767607260                     | PT1M",
                "X-RateLimit-Reset      | 60                             | PT1M",
                "X-Rate-Limit-Reset     | 1767607260                     | PT1M",
                "RateLimit              | \"default\";r=0;t=12           | PT12S",
                "X-RateLimit-Next       | 2026-01-05T10:00:02.500Z       | PT2.5S"
            })
    void every_vendors_way_of_saying_when_is_understood(String name, String value, Duration wait) {
        assertThat(throttling(Map.of(name, value)).notBefore()).isEqualTo(NOW.plus(wait));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After       | 0                              | PT1S",
                "Retry-After       | Mon, 05 Jan 2015 10:00:00 GMT  | PT1S",
                "Retry-After       | 999999999                      | P1D",
                "Retry-After       | 999999999999999                | P1D",
                "Retry-After       | -5                             | PT1S",
                "Retry-After       | soon                           | PT1S",
                "X-RateLimit-Reset | 99999999999999999999           | PT1S"
            })
    void what_cannot_be_meant_is_a_second_or_a_day(String name, String value, Duration wait) {
        assertThat(throttling(Map.of(name, value)).notBefore()).isEqualTo(NOW.plus(wait));
    }

    @Test
    void a_date_is_one_by_the_vendors_own_clock() {
        var ahead = Map.of("Date", "Mon, 05 Jan 2026 11:00:00 GMT", "Retry-After", "Mon, 05 Jan 2026 11:00:20 GMT");

        assertThat(throttling(ahead).notBefore()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void the_wait_counts_before_the_end_of_the_window_and_the_exact_before_the_coarse() {
        var both = Map.of("Retry-After", "7", "X-RateLimit-Reset", "3000", "Retry-After-Ms", "6400");

        assertThat(throttling(both).notBefore()).isEqualTo(NOW.plusMillis(6_400));
    }

    @Test
    void nothing_said_is_nothing_told() {
        assertThat(throttling(Map.of()).toldUntil()).isEmpty();
    }

    private static Throttling throttling(Map<String, String> headers) {
        var lists = new TreeMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Throttling(NOW, HttpHeaders.of(lists, (_, _) -> true));
    }
}
