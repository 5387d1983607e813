package dev.cordon.action;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Makes ids for actions that were given none: {@code ACT-20260105100000-1f2e3d4c}, the time in UTC and eight random hex
 * digits.
 */
public final class ActionIds {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final RandomGenerator random;

    public ActionIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public ActionId next() {
        var digits = HexFormat.of().toHexDigits(random.nextInt());
        return new ActionId("ACT-" + STAMP.format(clock.instant()) + "-" + digits);
    }
}
