package dev.cordon.transport.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When a vendor that has had enough wants to be asked again: {@code Retry-After} as seconds or as a date (RFC 9110
 * §10.2.3), or what vendors have of their own. Milliseconds are read before seconds and a wait before the end of a
 * window, since vendors send the exact beside the coarse.
 *
 * <p>Never earlier than a second and never later than a day from now: what is told beyond that is a mistake, and the
 * vendor says it again when it is asked then.
 *
 * @param now by Cordon's clock; a date is one by the vendor's, which its {@code Date} header tells
 */
record Throttling(Instant now, HttpHeaders headers) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(1);

    /** Azure and its databases. */
    private static final List<String> MILLISECONDS = List.of("retry-after-ms", "x-ms-retry-after-ms");

    /** A wait in seconds or the end of a window in seconds since 1970, told apart by their size. */
    private static final List<String> SECONDS = List.of(
            "x-ratelimit-retryafter", // CrowdStrike
            "ratelimit-reset", // the IETF's draft, before its seventh edition
            "x-ratelimit-reset", // GitHub and others
            "x-rate-limit-reset"); // Okta

    private static final long SINCE_1970 = 1_000_000_000L;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}");
    private static final Pattern IN_A_LIST = Pattern.compile("(?:^|.*;)t=([0-9]{1,9})(?:;.*|$)");

    /** Empty where nothing is said, or nothing that can be read. */
    Optional<Instant> toldUntil() {
        return Stream.of(milliseconds(), retryAfter(), seconds(), list(), next())
                .flatMap(Optional::stream)
                .findFirst()
                .map(this::bounded);
    }

    /** In a second, where the vendor says nothing. */
    Instant notBefore() {
        return toldUntil().orElse(now.plus(LEAST));
    }

    private Optional<Instant> milliseconds() {
        return MILLISECONDS.stream()
                .flatMap(name -> whole(name).stream())
                .findFirst()
                .map(now::plusMillis);
    }

    private Optional<Instant> retryAfter() {
        return whole("retry-after")
                .map(this::instant)
                .or(() -> date("retry-after").map(this::byOurClock));
    }

    private Optional<Instant> seconds() {
        return SECONDS.stream()
                .flatMap(name -> whole(name).stream())
                .findFirst()
                .map(this::instant);
    }

    /** Cloudflare and the IETF's draft since then: {@code "default";r=0;t=12}. */
    private Optional<Instant> list() {
        return first("ratelimit")
                .map(IN_A_LIST::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> now.plusSeconds(Long.parseLong(matcher.group(1))));
    }

    /** Akamai: a date with milliseconds, by its own clock. */
    private Optional<Instant> next() {
        return first("x-ratelimit-next").flatMap(Throttling::iso).map(this::byOurClock);
    }

    private Instant instant(long number) {
        return number < SINCE_1970 ? now.plusSeconds(number) : Instant.ofEpochSecond(number);
    }

    private Instant byOurClock(Instant theirs) {
        return now.plus(Duration.between(date("date").orElse(now), theirs));
    }

    private Instant bounded(Instant told) {
        var wait = Duration.between(now, told);
        if (wait.compareTo(LEAST) < 0) {
            return now.plus(LEAST);
        }
        return wait.compareTo(MOST) > 0 ? now.plus(MOST) : told;
    }

    private Optional<Long> whole(String name) {
        return first(name).filter(text -> WHOLE.matcher(text).matches()).map(Long::parseLong);
    }

    private Optional<Instant> date(String name) {
        return first(name).flatMap(Throttling::httpDate);
    }

    private Optional<String> first(String name) {
        return headers.firstValue(name).map(String::strip);
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException _) { // not a date: it says nothing
            return Optional.empty();
        }
    }

    private static Optional<Instant> iso(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) { // not a date: it says nothing
            return Optional.empty();
        }
    }
}
