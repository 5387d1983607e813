package dev.cordon.journal;

import static dev.cordon.journal.Recorded.FIRST;
import static dev.cordon.journal.Recorded.NOW;
import static dev.cordon.journal.Recorded.RUN;
import static dev.cordon.journal.Recorded.apply;
import static dev.cordon.journal.Recorded.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.plan.Canonical;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run in the journal and in memory. */
final class RunJournalTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path temp;

    private final List<Event> heard = new ArrayList<>();
    private DataFolder folder;
    private RunJournal run;

    @BeforeEach
    void accept() {
        folder = DataFolder.open(temp.resolve("data"), CLOCK);
        run = RunJournal.accept(folder.journal(), CLOCK, heard::add, RUN, Recorded.accepted());
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void the_state_in_memory_is_what_the_journal_folds_to() {
        run.write(new Event.Began(FIRST));
        run.write(new Event.Intended(apply(1), json("{\"op\":\"command\"}")));

        var reopened = RunJournal.open(folder.journal(), CLOCK, _ -> {}, RUN).orElseThrow();

        assertThat(reopened.run()).isEqualTo(RUN);
        assertThat(reopened.state().actions()).isEqualTo(run.state().actions());
        assertThat(reopened.state().plan().digest())
                .isEqualTo(run.state().plan().digest());
        assertThat(reopened.state().acceptedAt()).isEqualTo(NOW);
    }

    @Test
    void the_kind_of_an_entry_is_the_name_of_its_event() {
        run.write(new Event.Began(FIRST));
        run.write(new Event.Closed(Status.COMPLETED));

        assertThat(folder.journal().read(RUN))
                .allSatisfy(entry -> assertThat(entry.kind())
                        .isEqualTo(Canonical.parse(entry.body()).path("event").stringValue()));
    }

    @Test
    void an_event_that_is_not_durable_changes_nothing_and_nobody_hears_of_it() {
        folder.close();
        var before = run.state();

        assertThatThrownBy(() -> run.write(new Event.Began(FIRST))).isInstanceOf(JournalException.class);

        assertThat(run.state()).isEqualTo(before);
        assertThat(heard).containsExactly(Recorded.accepted());
    }

    @Test
    void threads_that_write_at_once_fold_in_the_order_of_the_journal() throws Exception {
        var late = new LateAnswer(folder.journal());
        var slow = RunJournal.open(late, CLOCK, _ -> {}, RUN).orElseThrow();

        var first = Thread.ofVirtual().start(() -> slow.write(new Event.Began(FIRST)));
        late.firstIsRecorded.await();
        var second = Thread.ofVirtual().start(() -> slow.write(new Event.Began(Recorded.SECOND)));
        late.secondIsRecorded.await();
        late.answerFirst.countDown();
        first.join();
        second.join();

        var folded = RunState.fold(folder.journal().read(RUN)).orElseThrow();
        assertThat(slow.state().begun()).isEqualTo(folded.begun()).containsExactly(FIRST, Recorded.SECOND);
    }

    /** Lets the first who writes wait for the answer until the second has had one. */
    private static final class LateAnswer implements Journal {
        private final Journal journal;
        private final CountDownLatch firstIsRecorded = new CountDownLatch(1);
        private final CountDownLatch secondIsRecorded = new CountDownLatch(1);
        private final CountDownLatch answerFirst = new CountDownLatch(1);

        LateAnswer(Journal journal) {
            this.journal = journal;
        }

        @Override
        public long append(RunId of, String kind, String body) {
            var seq = journal.append(of, kind, body);
            if (firstIsRecorded.getCount() == 0) {
                secondIsRecorded.countDown();
                return seq;
            }
            firstIsRecorded.countDown();
            try {
                answerFirst.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return seq;
        }

        @Override
        public List<Entry> read(RunId of) {
            return journal.read(of);
        }

        @Override
        public List<RunId> runs() {
            return journal.runs();
        }

        @Override
        public Verification verify(RunId of) {
            return journal.verify(of);
        }

        @Override
        public void close() {
            journal.close();
        }
    }

    @Test
    void a_second_run_of_the_same_name_is_refused() {
        assertThatThrownBy(() -> RunJournal.accept(folder.journal(), CLOCK, heard::add, RUN, Recorded.accepted()))
                .isInstanceOf(JournalException.class)
                .hasMessage("there is a run " + RUN + " already: try again");
    }

    @Test
    void a_run_that_is_not_known_is_absent() {
        assertThat(RunJournal.open(folder.journal(), CLOCK, heard::add, new RunId("other")))
                .isEmpty();
    }
}
