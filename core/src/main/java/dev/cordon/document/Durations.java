package dev.cordon.document;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time as people write them: {@code 90s}, {@code 30m}, {@code 24h}, {@code 7d}, {@code 1d12h}. */
public final class Durations {

    static final Pattern WRITTEN =
            Pattern.compile("(?=.)(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");
    private static final Duration LONGEST = Duration.ofDays(3650);

    private Durations() {}

    /** @throws IllegalArgumentException when it is no length of time, or not between one second and ten years */
    public static Duration parse(String text) {
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    Printable.quoted(text) + " is no length of time: a number with s, m, h or d, as in 90s or 24h");
        }
        var duration = Duration.ofDays(number(matcher.group(1)))
                .plusHours(number(matcher.group(2)))
                .plusMinutes(number(matcher.group(3)))
                .plusSeconds(number(matcher.group(4)));
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    Printable.quoted(text) + " is out of range: one second to ten years (3650d)");
        }
        return duration;
    }

    /** The shortest form that {@link #parse} reads; parts of a second are left out. */
    public static String write(Duration duration) {
        var text = new StringBuilder();
        part(text, duration.toDaysPart(), 'd');
        part(text, duration.toHoursPart(), 'h');
        part(text, duration.toMinutesPart(), 'm');
        part(text, duration.toSecondsPart(), 's');
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void part(StringBuilder into, long count, char unit) {
        if (count > 0) {
            into.append(count).append(unit);
        }
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
