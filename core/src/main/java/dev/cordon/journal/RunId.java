package dev.cordon.journal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What one execution of a playbook is called, for example {@code RUN-20260105100000-9f86d081}: 1 to 64 of
 * {@code [A-Za-z0-9._-]}, so that it can be typed, and be part of a file name or a command.
 */
public record RunId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a run: 1 to 64 letters, digits, '.', '_' and '-' name one");
        }
    }

    /** A new one, {@code RUN-<yyyyMMddHHmmss>-<8 hex>} in UTC; two of the same second differ by chance, 1 to 2^32. */
    public static RunId next(Clock clock, RandomGenerator random) {
        return new RunId(
                "RUN-" + SECONDS.format(clock.instant()) + "-" + HexFormat.of().toHexDigits(random.nextInt()));
    }

    @Override
    public String toString() {
        return value;
    }
}
