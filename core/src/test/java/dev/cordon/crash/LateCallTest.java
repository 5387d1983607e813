package dev.cordon.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.crash.Message.Reply;
import dev.cordon.crash.Worker.Task;
import dev.cordon.journal.Status;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Crash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link KilledRunsTest} found first: calls that take effect when their sender is dead, and looks that take long. */
final class LateCallTest {

    private static final Duration ALMOST_PATIENCE = Vendor.PATIENCE.minusMillis(1);

    @TempDir
    Path temp;

    private Path data;
    private final Vendor vendor = new Vendor(Map.of());

    @BeforeEach
    void name_the_folder() {
        data = temp.resolve("data");
    }

    @Test
    void a_call_that_arrives_after_it_was_sent_again_is_undone_with_it() throws Exception {
        diesSending(PartKind.SET);

        work(PartKind.SET, Task.APPLY);
        work(PartKind.SET, Task.ROLL_BACK);

        vendor.pass(Vendor.PATIENCE);
        assertThat(End.of(data, vendor).statuses()).containsEntry("a0", Status.ROLLED_BACK);
        assertThat(vendor.real()).isEmpty();
    }

    @Test
    void a_call_that_nobody_can_look_for_has_arrived_before_it_is_undone() throws Exception {
        diesSending(PartKind.UNSEEN);

        work(PartKind.UNSEEN, Task.ROLL_BACK);

        vendor.pass(Vendor.PATIENCE);
        assertThat(End.of(data, vendor).statuses()).containsEntry("a0", Status.ROLLED_BACK);
        assertThat(vendor.real()).isEmpty();
    }

    @Test
    void an_id_that_nobody_wrote_down_before_the_process_died_is_looked_up_for_the_undo() throws Exception {
        diesSending(PartKind.CREATED);

        work(PartKind.CREATED, Task.ROLL_BACK);

        assertThat(vendor.carriedOut()).hasSize(2);
        assertThat(End.of(data, vendor).statuses()).containsEntry("a0", Status.ROLLED_BACK);
        assertThat(vendor.real()).isEmpty();
    }

    @Test
    void what_arrives_late_and_cannot_be_undone_is_not_called_rolled_back() throws Exception {
        diesSending(PartKind.BLIND, PartKind.SET);
        new Worker(data, playbook(PartKind.BLIND, PartKind.SET), director()).work(Task.APPLY);
        assertThat(End.of(data, vendor).statuses()).containsEntry("a0", Status.UNCERTAIN);

        new Worker(data, playbook(PartKind.BLIND, PartKind.SET), director()).work(Task.ROLL_BACK);

        assertThat(vendor.real()).hasSize(1);
        assertThat(End.of(data, vendor).statuses()).containsEntry("a0", Status.FAILED);
    }

    @Test
    void a_call_that_arrives_late_and_shows_late_is_not_sent_twice() throws Exception {
        diesSending(PartKind.COUNTED);

        work(PartKind.COUNTED, Task.APPLY);

        assertThat(End.of(data, vendor).statuses()).containsEntry("a0", Status.COMPLETED);
        assertThat(vendor.carriedOut()).hasSize(1);
    }

    @Test
    void what_a_long_look_saw_is_as_old_as_its_beginning() throws Exception {
        var slowly = new Slowly(director(), vendor);

        new Worker(data, playbook(PartKind.LAGGING), slowly).work(Task.APPLY);

        assertThat(End.of(data, vendor).statuses()).containsEntry("a0", Status.COMPLETED);
    }

    private void diesSending(PartKind... kinds) {
        var dying = new Dying(director(), vendor);
        assertThatThrownBy(() -> new Worker(data, playbook(kinds), dying).work(Task.APPLY))
                .isInstanceOf(Crash.class);
    }

    private void work(PartKind kind, Task task) throws InterruptedException {
        new Worker(data, playbook(kind), director()).work(task);
    }

    /** One after the other. */
    private static RandomPlaybook playbook(PartKind... kinds) {
        var stages = Stream.of(kinds).map(List::of).toList();
        return new RandomPlaybook(FailurePolicy.STOP, List.of(new RandomAction("a0", stages)), List.of(0));
    }

    private Director director() {
        return new Director(vendor, new Witness(), new Killer(new Moment.Never()), new Random(0));
    }

    /** The process dies when it has sent something, which arrives at the last moment. */
    private record Dying(Line line, Vendor vendor) implements Line {

        @Override
        public Reply say(Message message) {
            if (message instanceof Message.Sends(var words, var read) && !read) {
                vendor.arrivesLate(words, ALMOST_PATIENCE);
                throw new Crash();
            }
            return line.say(message);
        }
    }

    /** The answer to a look takes longer than the effect takes to settle. */
    private record Slowly(Line line, Vendor vendor) implements Line {

        @Override
        public Reply say(Message message) {
            var reply = line.say(message);
            if (message instanceof Message.Sends(var words, var _)
                    && words.getFirst().equals("get")) {
                vendor.pass(Duration.ofSeconds(6));
                return new Reply(vendor.clock(), vendor.elapsed(), reply.answer());
            }
            return reply;
        }
    }
}
