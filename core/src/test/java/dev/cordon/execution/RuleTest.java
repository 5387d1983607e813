package dev.cordon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.execution.Rule.Circumstances;
import dev.cordon.execution.Rule.Next;
import dev.cordon.execution.Rule.Row;
import dev.cordon.plan.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The table of what follows from a look, line by line. Of the circumstances {@code y} is yes, {@code n} no and
 * {@code -} either; the lines cover every case once.
 */
final class RuleTest {

    private static final String TABLE = """
        row         verdict       settled overdue repeatable lag-known cancellable  next
        ANSWERED    CONFIRMED     -       -       -          -         -            DONE
        ANSWERED    PENDING       -       n       -          -         -            WAIT
        ANSWERED    PENDING       -       y       -          -         -            FAILED
        ANSWERED    NOT_CONFIRMED n       -       -          -         -            WAIT
        ANSWERED    NOT_CONFIRMED y       -       -          -         -            FAILED
        ANSWERED    UNKNOWN       -       -       -          -         -            ASK_A_PERSON
        LOST        CONFIRMED     -       -       -          -         -            DONE
        LOST        PENDING       -       n       -          -         -            WAIT
        LOST        PENDING       -       y       -          -         -            FAILED
        LOST        NOT_CONFIRMED -       -       y          -         -            SEND_AGAIN
        LOST        NOT_CONFIRMED n       -       n          y         -            WAIT
        LOST        NOT_CONFIRMED y       -       n          y         -            NEW_ATTEMPT
        LOST        NOT_CONFIRMED -       -       n          n         -            ASK_A_PERSON
        LOST        UNKNOWN       -       -       -          -         -            ASK_A_PERSON
        BEFORE_UNDO CONFIRMED     -       -       -          -         -            UNDO
        BEFORE_UNDO PENDING       -       -       -          -         y            CANCEL
        BEFORE_UNDO PENDING       -       n       -          -         n            WAIT
        BEFORE_UNDO PENDING       -       y       -          -         n            KEPT
        BEFORE_UNDO NOT_CONFIRMED n       -       -          -         -            WAIT
        BEFORE_UNDO NOT_CONFIRMED y       -       -          -         -            NOTHING_OF_OURS
        BEFORE_UNDO UNKNOWN       -       -       -          -         -            KEPT
        AFTER_UNDO  CONFIRMED     n       -       -          -         -            WAIT
        AFTER_UNDO  CONFIRMED     y       -       -          -         -            KEPT
        AFTER_UNDO  PENDING       -       n       -          -         -            WAIT
        AFTER_UNDO  PENDING       -       y       -          -         -            KEPT
        AFTER_UNDO  NOT_CONFIRMED n       -       -          -         -            WAIT
        AFTER_UNDO  NOT_CONFIRMED y       -       -          -         -            UNDONE
        AFTER_UNDO  UNKNOWN       -       -       -          -         -            KEPT
        UNDO_LOST   CONFIRMED     -       -       y          -         -            SEND_AGAIN
        UNDO_LOST   CONFIRMED     n       -       n          y         -            WAIT
        UNDO_LOST   CONFIRMED     y       -       n          y         -            NEW_ATTEMPT
        UNDO_LOST   CONFIRMED     -       -       n          n         -            ASK_A_PERSON
        UNDO_LOST   PENDING       -       n       -          -         -            WAIT
        UNDO_LOST   PENDING       -       y       -          -         -            KEPT
        UNDO_LOST   NOT_CONFIRMED n       -       -          -         -            WAIT
        UNDO_LOST   NOT_CONFIRMED y       -       -          -         -            UNDONE
        UNDO_LOST   UNKNOWN       -       -       -          -         -            KEPT
        """;

    /** One line of the table. */
    private record Line(Row row, Verdict verdict, String circumstances, Next next) {

        static Line of(String text) {
            var words = text.trim().split(" +");
            return new Line(
                    Row.valueOf(words[0]),
                    Verdict.valueOf(words[1]),
                    String.join("", Arrays.copyOfRange(words, 2, 7)),
                    Next.valueOf(words[7]));
        }

        boolean covers(Case one) {
            return row == one.row
                    && verdict == one.verdict
                    && IntStream.range(0, 5).allMatch(i -> covers(circumstances.charAt(i), one.bit(i)));
        }

        private static boolean covers(char wanted, boolean given) {
            return wanted == '-' || (wanted == 'y') == given;
        }
    }

    private record Case(Row row, Verdict verdict, int bits) {

        boolean bit(int i) {
            return (bits >> i & 1) == 1;
        }

        Next next() {
            return Rule.next(row, verdict, new Circumstances(bit(0), bit(1), bit(2), bit(3), bit(4)));
        }
    }

    static final List<Line> LINES = TABLE.lines().skip(1).map(Line::of).toList();

    private static final List<Case> CASES = Stream.of(Row.values())
            .flatMap(row -> Stream.of(Verdict.values())
                    .flatMap(verdict -> IntStream.range(0, 32).mapToObj(bits -> new Case(row, verdict, bits))))
            .toList();

    @ParameterizedTest
    @FieldSource("LINES")
    void follows_the_table(Line line) {
        assertThat(CASES.stream().filter(line::covers))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.next()).isEqualTo(line.next));
    }

    @Test
    void the_table_has_one_line_for_every_case() {
        assertThat(CASES)
                .hasSize(5 * 4 * 32)
                .allSatisfy(one -> assertThat(LINES.stream().filter(line -> line.covers(one)))
                        .hasSize(1));
    }

    @Test
    void nothing_is_sent_on_the_strength_of_what_is_not_known_or_still_under_way() {
        assertThat(CASES.stream().filter(one -> one.verdict == Verdict.UNKNOWN || one.verdict == Verdict.PENDING))
                .allSatisfy(one ->
                        assertThat(one.next()).isNotIn(Next.SEND_AGAIN, Next.NEW_ATTEMPT, Next.UNDO, Next.UNDONE));
    }

    @Test
    void what_was_answered_is_never_sent_again() {
        assertThat(CASES.stream().filter(one -> one.row == Row.ANSWERED || one.row == Row.AFTER_UNDO))
                .allSatisfy(one -> assertThat(one.next()).isNotIn(Next.SEND_AGAIN, Next.NEW_ATTEMPT));
    }

    @Test
    void every_wait_comes_to_an_end() {
        assertThat(CASES.stream().filter(one -> one.bit(0) && one.bit(1)))
                .allSatisfy(one -> assertThat(one.next()).isNotEqualTo(Next.WAIT));
    }
}
