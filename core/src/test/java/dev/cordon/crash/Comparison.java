package dev.cordon.crash;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.DataFolder;
import dev.cordon.journal.Entry;
import dev.cordon.journal.Journal;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.RunId;
import dev.cordon.journal.Status;
import dev.cordon.journal.StepState;
import dev.cordon.journal.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What must hold of a run that was killed.
 *
 * @param story how it was killed, for who reads a failure
 */
record Comparison(RandomPlaybook playbook, Undisturbed undisturbed, String story) {

    private static final Set<String> ONCE = Set.of("add", "subtract", "create");

    /** As undisturbed; or somebody has to look, who is told why. */
    void applied(End end) {
        assertThat(end.run())
                .as(story)
                .hasValueSatisfying(run -> assertThat(run.closed()).isTrue());
        if (end.isUncertain()) {
            whatIsUncertainMayBeSo(end);
            theRestIsWhatItsStatusSays(end);
        } else {
            assertThat(end.statuses()).as(story).isEqualTo(undisturbed.applied().statuses());
            assertThat(end.world()).as(story).isEqualTo(undisturbed.applied().world());
        }
    }

    /** Nothing is in force any more of what says so; what is not taken back never could be. */
    void rolledBack(End end, boolean wasUnderWay) {
        whatIsUncertainMayBeSo(end);
        theRestIsWhatItsStatusSays(end);
        playbook.actions()
                .forEach(action -> assertThat(mayEnd(action, end))
                        .as(() -> action.id() + " in " + end.statuses() + ": " + story)
                        .isTrue());
        if (!wasUnderWay && !end.isUncertain() && nothingIsDoubtful()) {
            assertThat(end.statuses())
                    .as(story)
                    .isEqualTo(undisturbed.rolledBack().statuses());
            assertThat(end.world()).as(story).isEqualTo(undisturbed.rolledBack().world());
        }
    }

    /** No entry is lost that was acknowledged, no call was made twice that may be made once, and each had its intent. */
    void recorded(Path data, Witness witness, Vendor vendor) {
        assertThat(witness.wrong()).as(story).isEmpty();
        nothingIsSentTwice(witness.sent());
        nothingIsSentTwice(vendor.carriedOut());
        try (var folder = DataFolder.openForReading(data)) {
            assertThat(folder.journal().runs()).as(story).hasSizeLessThanOrEqualTo(1);
            witness.acknowledged().forEach((run, entries) -> isWhole(folder.journal(), new RunId(run), entries));
        }
    }

    private void isWhole(Journal journal, RunId run, Map<Long, String> acknowledged) {
        var recorded = journal.read(run).stream().collect(toMap(Entry::seq, Entry::body));
        assertThat(recorded).as(story).containsAllEntriesOf(acknowledged);
        assertThat(journal.verify(run))
                .as(story)
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.entries()).isEqualTo(recorded.size()));
    }

    private void nothingIsSentTwice(List<List<String>> calls) {
        var once =
                calls.stream().filter(words -> ONCE.contains(words.getFirst())).toList();
        assertThat(once).as(story).doesNotHaveDuplicates(); // each ends with the key of its attempt
    }

    private boolean nothingIsDoubtful() {
        return playbook.actions().stream().noneMatch(RandomAction::isDoubtful);
    }

    private void whatIsUncertainMayBeSo(End end) {
        end.actions().forEach((id, action) -> {
            if (action.status() == Status.UNCERTAIN) {
                assertThat(action.note()).as(story).isNotBlank();
                assertThat(action.steps().entrySet().stream().filter(step -> asksAPerson(step.getValue())))
                        .as(() -> "only what nobody can settle is uncertain, " + id + " of " + story)
                        .isNotEmpty()
                        .allMatch(step -> PartKind.DOUBTFUL.stream()
                                .anyMatch(kind -> step.getKey().step().endsWith(kind.name(""))));
            }
        });
    }

    private static boolean asksAPerson(StepState step) {
        return Stream.of(step.apply(), step.undo())
                .anyMatch(progress -> progress.outcome() == Outcome.ASKS_A_PERSON
                        && !progress.why().isBlank());
    }

    private void theRestIsWhatItsStatusSays(End end) {
        end.statuses().forEach((id, status) -> {
            if (status == Status.PENDING || status == Status.ROLLED_BACK) {
                assertThat(end.worldOf(id))
                        .as(() -> id + " is " + status + ": " + story)
                        .isEqualTo(End.of(id, playbook.initial()));
            }
            if (status == Status.COMPLETED && undisturbed.applied().statuses().get(id) == Status.COMPLETED) {
                assertThat(end.worldOf(id))
                        .as(() -> id + " is completed: " + story)
                        .isEqualTo(undisturbed.applied().worldOf(id));
            }
        });
    }

    /** After a rollback that came to its end. */
    private boolean mayEnd(RandomAction action, End end) {
        var status = end.statuses().getOrDefault(action.id(), Status.PENDING);
        var asUndisturbed = status == undisturbed.rolledBack().statuses().get(action.id());
        return switch (status) {
            case PENDING, ROLLED_BACK -> true;
            case COMPLETED -> asUndisturbed;
            case FAILED -> asUndisturbed || action.leavesSomethingForGood();
            case UNCERTAIN -> action.isDoubtful();
            case AWAITING_APPROVAL, IN_PROGRESS, ROLLING_BACK -> false;
        };
    }
}
