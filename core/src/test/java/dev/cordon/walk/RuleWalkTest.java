package dev.cordon.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule R1, walked through from end to end by the engine itself, with every course of two looks. */
final class RuleWalkTest {

    private static final Walks WALKS = new Walks(2);

    /**
     * @param walks so many there are
     * @param deaths in so many of them the place is reached where the process is to die
     */
    @ParameterizedTest
    @CsvSource({
        "REPEATABLE,               2987, 2536",
        "ONCE,                     2987, 2536",
        "ONCE_UNMEASURED,          2222, 1886",
        "UNSEEN,                    153,   96",
        "ONCE_UNSEEN,               153,   96",
        "CANCELLABLE,              2987, 2536",
        "WITHOUT_UNDO,             1600, 1320",
        "CANCELLABLE_WITHOUT_UNDO, 1600, 1320",
        "TEMPORARY,                2987, 2536",
    })
    void whatever_happens_it_ends_as_the_table_says(StepKind kind, int walks, int deaths) throws Exception {
        var plan = new Ground(kind.step()).plan();
        var wrong = new ArrayList<String>();
        var walked = 0;
        var died = 0;
        for (var walk : WALKS.of(kind).toList()) {
            var end = walk.walk(plan);
            walked++;
            died += end.died() ? 1 : 0;
            end.wrong().forEach(what -> wrong.add(walk + ": " + what));
        }

        assertThat(wrong).isEmpty();
        assertThat(walked).isEqualTo(walks);
        assertThat(died).isEqualTo(deaths);
    }
}
