package dev.cordon.journal;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** An entry on its way to the disk. {@code seq} is answered after the commit that holds it. */
record Waiting(RunId run, Instant at, String kind, String body, CompletableFuture<Long> seq) {

    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MOST = 64 << 20;

    Waiting {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind of entry: 1 to 64 letters, digits, '.', '_' and '-'");
        }
        if (body.length() > MOST) {
            throw new IllegalArgumentException("a body of " + body.length() + " characters; " + MOST + " fit");
        }
        if (body.codePoints().anyMatch(Waiting::hasNoPlaceInUtf8Text)) {
            throw new IllegalArgumentException("a body with a NUL or half a surrogate pair, which JSON must escape");
        }
    }

    private static boolean hasNoPlaceInUtf8Text(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
