package dev.cordon.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.journal.Status;
import dev.cordon.library.CordonException.Refused;
import dev.cordon.plan.Canonical;
import dev.cordon.report.ContainmentAction;
import dev.cordon.scripted.Fate;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that a person does, because no platform here does. */
class ByHandTest {

    private Desk desk;
    private final ContainmentPlaybook playbook = Desk.playbook();

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_no_platform_carries_waits_for_a_person_beside_what_is_carried() throws Exception {
        playbook.addAction(desk.lock("door", "door"));
        playbook.addAction(mail());

        assertThat(desk.cordon.apply(playbook)).isEqualTo(Status.PENDING);
        assertThat(playbook.action("door").status()).isEqualTo(Status.COMPLETED);
        assertThat(playbook.action("mail").status()).isEqualTo(Status.PENDING);
        assertThat(playbook.action("mail").notes()).contains("waits for a person");
    }

    @Test
    void a_persons_word_completes_it_and_the_playbook() throws Exception {
        playbook.addAction(desk.lock("door"));
        playbook.addAction(mail());
        desk.cordon.apply(playbook);

        playbook.completeAction("mail", "blocked in the admin console");

        var mail = playbook.action("mail");
        assertThat(playbook.status()).isEqualTo(Status.COMPLETED);
        assertThat(mail.status()).isEqualTo(Status.COMPLETED);
        assertThat(mail.notes()).startsWith("completed by hand (analyst1): blocked in the admin console");
        assertThat(mail.rollbackAvailable()).isFalse();
        assertThat(mail.metadata().path("reversibility").stringValue()).isEqualTo("none");
        assertThat(Canonical.parse(playbook.toJson())
                        .at("/actions/1/standing/is")
                        .stringValue())
                .isEqualTo("by_hand");
    }

    @Test
    void a_persons_word_fails_it() throws Exception {
        playbook.addAction(mail());
        desk.cordon.apply(playbook);

        playbook.failAction("mail", "no access to the console");

        assertThat(playbook.status()).isEqualTo(Status.FAILED);
        assertThat(playbook.action("mail").notes()).contains("no access to the console");
    }

    @Test
    void it_is_not_taken_back_and_the_rest_is() throws Exception {
        playbook.addAction(desk.lock("door", "door"));
        playbook.addAction(mail());
        desk.cordon.apply(playbook);
        playbook.completeAction("mail");

        desk.cordon.rollback(playbook);

        assertThat(playbook.action("door").status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(playbook.action("mail").status()).isEqualTo(Status.COMPLETED);
        assertThatThrownBy(() -> playbook.failAction("mail", "undone by hand", true))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "nothing was changed: nothing of it is Cordon's: what was done by hand is taken back by hand");
        assertThat(playbook.action("mail").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void nothing_comes_after_it_in_the_same_playbook() {
        playbook.addAction(mail());
        var door = desk.lock("door");

        assertThatThrownBy(() -> playbook.addAction(door, "mail")).hasMessageContaining("is done by hand");
    }

    @Test
    void an_action_that_is_uncertain_is_settled_by_a_persons_word() throws Exception {
        desk.platform.transport().script(call -> call.toString().startsWith("set") ? Fate.ANSWER_LOST : Fate.FINE);
        playbook.addAction(desk.lock("door", "door"));
        desk.platform.transport().script(new LookingFails());

        assertThat(desk.cordon.apply(playbook)).isEqualTo(Status.UNCERTAIN);
        playbook.completeAction("door", "went there, it is locked");

        assertThat(playbook.status()).isEqualTo(Status.COMPLETED);
        assertThat(playbook.generateReport()).contains("in force by a person's word of");
    }

    @Test
    void what_was_settled_by_hand_is_still_looked_for_by_a_rollback() throws Exception {
        playbook.addAction(desk.lock("door", "door"));
        desk.platform.transport().script(new LookingFails());
        desk.cordon.apply(playbook);
        playbook.failAction("door", "went there, it is open");
        desk.platform.transport().script(_ -> Fate.FINE);

        assertThat(desk.cordon.rollback(playbook)).isEqualTo(Status.ROLLED_BACK);
        assertThat(desk.world).hasToString("{}");
    }

    /** From the first write on, whose answer is lost, nobody can look. */
    private static final class LookingFails implements java.util.function.Function<dev.cordon.scripted.Call, Fate> {
        private boolean written;

        @Override
        public Fate apply(dev.cordon.scripted.Call call) {
            written |= !call.read();
            return !written ? Fate.FINE : call.read() ? Fate.UNAUTHORIZED : Fate.ANSWER_LOST;
        }
    }

    private ContainmentAction mail() {
        return new EmailContainment(desk.cordon.planner().byHand().id("mail")).blockSender("evil@attacker.example");
    }
}
