package dev.cordon.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.BlockTarget;
import dev.cordon.action.Cidr;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.Reason;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.DataFolderInUse;
import dev.cordon.journal.Status;
import dev.cordon.library.CordonException.Refused;
import dev.cordon.library.CordonException.WrongInput;
import dev.cordon.scripted.Crash;
import dev.cordon.scripted.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CordonTest {

    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void only_one_cordon_has_a_data_folder_open_and_closing_it_lets_the_next_in() {
        assertThatThrownBy(desk::open).isInstanceOf(DataFolderInUse.class);

        desk.cordon.close();
        desk.cordon = desk.open();

        assertThat(DataFolder.writer(desk.data)).isPresent();
    }

    @Test
    void every_wrong_parameter_is_named_in_the_words_of_a_playbook() {
        assertThatThrownBy(() -> desk.network().firewallBlock("198.51.100.1", "ipp", "bothh", ""))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining(
                        "firewall_block.target_type: one of ip|domain|port is wanted here, not 'ipp'; did you mean 'ip'?")
                .hasMessageContaining("firewall_block.direction: ")
                .hasMessageContaining("firewall_block.reason: reason is empty");
    }

    @Test
    void a_wrong_value_deep_inside_is_named_by_its_path() {
        var mail = new EmailContainment(desk.cordon);

        assertThatThrownBy(() -> mail.quarantineMessages(
                        Map.of("sender", "a@evil.example", "mailboxes", List.of("a", "")), "google"))
                .isInstanceOf(WrongInput.class)
                .hasMessageStartingWith("quarantine_messages.search_criteria.mailboxes[1]: ");
    }

    @Test
    void what_no_platform_carries_is_refused_in_the_words_of_the_command_line() {
        var mail = new EmailContainment(desk.cordon.planner().id("mail"));

        assertThatThrownBy(() -> mail.blockSender("evil@attacker.example"))
                .isInstanceOf(Refused.class)
                .hasMessage("refused: mail (block_sender): no connector carries block_sender on office365 yet");
    }

    @Test
    void a_platform_that_is_not_configured_is_refused() {
        var network = new NetworkContainment(desk.cordon.planner().on("edge").id("a"));

        assertThatThrownBy(() -> network.firewallBlock("198.51.100.1", "ip", "both", "door"))
                .isInstanceOf(Refused.class)
                .hasMessage("refused: a (firewall_block): the configuration has no platform 'edge'");
    }

    @Test
    void a_request_may_be_planned_as_a_value() {
        var request = new FirewallBlock(
                new BlockTarget.Addresses(Cidr.parse("198.51.100.1")),
                FirewallBlock.Direction.BOTH,
                new Reason("door"),
                0);

        var action = desk.cordon.planner().on("scripted").plan(request);

        assertThat(action.commands()).containsExactly("set door.bolt locked");
    }

    @Test
    void a_wrong_configuration_is_told_with_its_places() throws IOException {
        desk.cordon.close();
        Files.writeString(desk.configuration, "platforms:\n  edge: { type: scriptet }\n");

        assertThatThrownBy(desk::open)
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("cordon.yaml:2:")
                .hasMessageContaining("did you mean 'scripted'?");
        Files.writeString(desk.configuration, "platforms:\n  scripted: { type: scripted }\n");
        desk.cordon = desk.open();
    }

    @Test
    void what_a_dead_process_left_open_is_settled_before_anything_else_begins() throws Exception {
        desk.platform.transport().script(call -> call.read() ? Fate.FINE : Fate.CRASH_AFTER);
        var door = desk.lock("door", "a");
        assertThatThrownBy(() -> desk.cordon.apply(door)).isInstanceOf(Crash.class);
        desk.restart();

        desk.cordon.apply(desk.lock("gate"));
        var interrupted = desk.cordon.playbook("a");

        assertThat(desk.platform.transport().writes()).containsExactly("set gate.bolt locked");
        assertThat(desk.cordon.apply(interrupted)).isEqualTo(Status.COMPLETED);
        assertThat(desk.platform.transport().writes()).containsExactly("set gate.bolt locked");
    }

    @Test
    void threads_apply_what_each_of_them_planned() throws Exception {
        var doors = List.of("door", "gate", "hatch");
        List<Callable<Status>> tasks = doors.stream()
                .<Callable<Status>>map(
                        door -> () -> desk.cordon.apply(desk.lock(door)).status())
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isIn(Status.COMPLETED);
            }
        }

        assertThat(desk.world).hasToString("{door.bolt=locked, gate.bolt=locked, hatch.bolt=locked}");
    }

    @Test
    void threads_that_apply_one_playbook_do_it_once() throws Exception {
        var playbook = Desk.playbook();
        playbook.addAction(desk.lock("door"));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done :
                    threads.invokeAll(List.of(() -> desk.cordon.apply(playbook), () -> desk.cordon.apply(playbook)))) {
                assertThat(done.get()).isEqualTo(Status.COMPLETED);
            }
        }

        assertThat(desk.platform.transport().writes()).containsExactly("set door.bolt locked");
    }

    @Test
    void many_actions_of_no_incident_are_one_playbook() throws Exception {
        var playbook = desk.cordon.apply(desk.lock("door"), desk.lock("gate"), desk.lock("hatch"));

        assertThat(playbook.generateReport())
                .contains("`firewall_block 198.51.100.1 and 2 more`", "`AD-HOC`", "`responder`");
    }

    @Test
    void the_options_tell_nothing_of_the_environment() {
        var options = desk.options().environment(Map.of("PASSWORD", "tr0ub4dor&3"));

        assertThat(options.toString()).contains("responder").doesNotContain("tr0ub4dor");
    }

    @Test
    void a_name_that_stands_for_nothing_is_refused() {
        assertThatThrownBy(() -> desk.cordon.playbook("RUN-1"))
                .isInstanceOf(Refused.class)
                .hasMessage("the journal knows no run or action 'RUN-1'");
    }
}
