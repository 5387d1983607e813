package dev.cordon.action;

import dev.cordon.document.Printable;
import dev.cordon.document.Type;
import dev.cordon.document.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stretch of time, written {@code [2026-01-05, 2026-01-06]} or {@code [2026-01-05T08:00:00Z,
 * 2026-01-05T12:30:00+01:00]} (ISO 8601, RFC 3339). A day is one of UTC, and the last one counts whole.
 *
 * @param from  the first moment that is in it
 * @param until the first moment that is no longer in it
 */
public record DateRange(Instant from, Instant until) {

    static final Type<DateRange> TYPE =
            Types.as(Types.listOf(Types.text("time", text -> text)), DateRange::parse, DateRange::written);

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}(?:Z|[+-][0-9:]{5})");

    public DateRange {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("the range ends at " + until + ", before it begins at " + from);
        }
    }

    private static DateRange parse(List<String> written) {
        if (written.size() != 2) {
            throw new IllegalArgumentException("a range of time is [from, to]; here are " + written.size());
        }
        return new DateRange(moment(written.getFirst(), 0), moment(written.getLast(), 1));
    }

    private static Instant moment(String text, int daysOn) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text)
                        .plusDays(daysOn)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
            }
            if (TIME.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Printable.quoted(text) + " is no time: there is no such day or hour", e);
        }
        throw new IllegalArgumentException(
                Printable.quoted(text) + " is no time: write 2026-01-05 or 2026-01-05T08:00:00Z");
    }

    private static List<String> written(DateRange range) {
        return List.of(range.from.toString(), range.until.toString());
    }

    @Override
    public String toString() {
        return from + " to " + until;
    }
}
