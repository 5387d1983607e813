package dev.cordon.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionId;
import dev.cordon.action.ActionIds;
import dev.cordon.action.ActionKind;
import dev.cordon.action.IncidentId;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Problem;
import dev.cordon.document.Reading;
import dev.cordon.testing.EditorCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaybookReaderTest {

    private static final String HEAD = """
            incident_id: INC-2026-0142
            name: Ransomware on WORKSTATION-15
            """;

    private static final String BLOCK = """
              - id: block
                firewall_block: {target: 198.51.100.1, target_type: ip, direction: both, reason: C2 server}
            """;

    private static final EditorCheck EDITOR = new EditorCheck(reader().jsonSchema());

    @TempDir
    Path folder;

    @Test
    void a_playbook_has_its_actions_in_the_order_of_the_file_with_what_stands_beside_their_keys() throws IOException {
        var playbook = read(HEAD + """
                analyst: analyst1
                on_failure: rollback
                actions:
                  - id: lock
                    lockdown_database: {database: orders, db_type: postgresql}
                    on: app-db
                  - firewall_block:
                      target: 198.51.100.1
                      target_type: ip
                      direction: both
                      reason: C2 server
                    after: [lock]
                    ttl: 2h
                """);

        assertThat(playbook.incidentId()).isEqualTo(new IncidentId("INC-2026-0142"));
        assertThat(playbook.name()).isEqualTo("Ransomware on WORKSTATION-15");
        assertThat(playbook.analyst()).isEqualTo("analyst1");
        assertThat(playbook.onFailure()).isEqualTo(FailurePolicy.ROLLBACK);
        assertThat(playbook.actions())
                .extracting(action -> action.request().kind())
                .containsExactly(ActionKind.LOCKDOWN_DATABASE, ActionKind.FIREWALL_BLOCK);
        assertThat(playbook.actions().getFirst().on()).contains(new PlatformName("app-db"));
        assertThat(playbook.actions().getLast().after()).containsExactly(new ActionId("lock"));
        assertThat(playbook.actions().getLast().conditions().ttl()).contains(Duration.ofHours(2));
    }

    @Test
    void what_is_left_out_has_its_default_and_an_action_without_an_id_gets_one() throws IOException {
        var playbook = read(HEAD + """
                actions:
                  - firewall_block: {target: 198.51.100.1, target_type: ip, direction: both, reason: C2 server}
                """);

        assertThat(playbook.analyst()).isEmpty();
        assertThat(playbook.onFailure()).isEqualTo(FailurePolicy.STOP);
        assertThat(playbook.actions().getFirst().id().value()).matches("ACT-20260105100000-[0-9a-f]{8}");
        assertThat(playbook.actions().getFirst().on()).isEmpty();
        assertThat(playbook.actions().getFirst().after()).isEmpty();
        assertThat(playbook.actions().getFirst().conditions().ttl()).isEmpty();
    }

    @Test
    void json_says_the_same_as_yaml() throws IOException {
        var yaml = read(HEAD + "actions:\n" + BLOCK);
        var json = read("p.json", """
                {"incident_id": "INC-2026-0142", "name": "Ransomware on WORKSTATION-15", "actions": [
                  {"id": "block", "firewall_block": {
                    "target": "198.51.100.1", "target_type": "ip", "direction": "both", "reason": "C2 server"}}]}
                """);

        assertThat(json).isEqualTo(new Reading.Read<>(yaml));
    }

    @Test
    void every_mistake_is_reported_at_once_with_its_place() throws IOException {
        var problems = problems("""
                incident: INC-1
                name: ''
                on_failure: rollbak
                actions:
                  - id: a b
                    firewall_blok: {target: x}
                  - id: c
                    firewall_block: {target: 300.1.1.1, target_type: ip, direction: both, reason: x}
                    tll: 2h
                    after: [d]
                """);

        assertThat(problems)
                .containsExactly(
                        "1:1 a playbook has no 'incident'",
                        "1:1 a playbook needs 'incident_id' (incident id)",
                        "2:7 text is empty",
                        "3:13 one of stop|continue|rollback|rollback_all is wanted here, not 'rollbak'"
                                + "; did you mean 'rollback'?",
                        "5:9 'a b' is no action id: 1 to 64 letters, digits, '.', '_' and '-' make one",
                        "6:5 'firewall_blok' is no action; did you mean 'firewall_block'?",
                        "8:30 '300.1.1.1' is no address: one is 192.0.2.7 or 2001:db8::7, without zone or port",
                        "9:5 'tll' is no action, and nothing that stands beside one; did you mean 'ttl'?",
                        "10:13 no action of this playbook has the id 'd'; did you mean 'c'?");
    }

    @Test
    void an_item_has_exactly_one_action() throws IOException {
        var problems = problems(HEAD + """
                actions:
                  - id: none
                  - lockdown_database: {database: orders, db_type: postgresql}
                    firewall_block: {target: 198.51.100.1, target_type: ip, direction: both, reason: C2}
                  - just text
                """);

        assertThat(problems)
                .containsExactly(
                        "4:5 this item has no action: write its key, for example firewall_block,"
                                + " with its parameters below it",
                        "6:5 'firewall_block' is a second action in one item; begin a new item for it",
                        "7:5 an action is wanted here, its key with its parameters below it, not 'just text'");
    }

    @Test
    void a_playbook_without_any_action_is_a_mistake() throws IOException {
        assertThat(problems(HEAD + "actions: []\n")).containsExactly("3:10 at least one is wanted: list of action");
        assertThat(problems(HEAD)).containsExactly("1:1 a playbook needs 'actions' (list of action)");
    }

    @Test
    void an_id_stands_for_one_action() throws IOException {
        assertThat(problems(HEAD + "actions:\n" + BLOCK + BLOCK))
                .containsExactly("6:9 the id 'block' is given twice; first in line 4");
    }

    @Test
    void after_never_leads_back_to_where_it_began() throws IOException {
        var itself = problems(HEAD + "actions:\n" + BLOCK + "    after: [block]\n");
        var circle = problems(HEAD + "actions:\n"
                + BLOCK.replace("block\n", "a\n    after: [b]\n")
                + BLOCK.replace("block\n", "b\n    after: [c]\n")
                + BLOCK.replace("block\n", "c\n    after: [b]\n"));

        assertThat(itself).containsExactly("6:13 'block' comes after itself");
        assertThat(circle).containsExactly("8:13 'after' goes in a circle: b after c after …");
    }

    @Test
    void a_long_chain_of_actions_is_read() throws IOException {
        var chain = new StringBuilder(HEAD + "actions:\n");
        for (var i = 0; i < 2_000; i++) {
            chain.append(BLOCK.replace("block\n", "a" + i + "\n")).append("    after: [a" + (i + 1) + "]\n");
        }
        chain.append(BLOCK.replace("block\n", "a2000\n"));

        assertThat(read(chain.toString()).actions()).hasSize(2_001);
    }

    @ParameterizedTest
    @EnumSource(FailurePolicy.class)
    void every_failure_policy_is_read(FailurePolicy policy) throws IOException {
        assertThat(read(HEAD + "on_failure: " + policy.word() + "\nactions:\n" + BLOCK)
                        .onFailure())
                .isEqualTo(policy);
    }

    @Test
    void a_section_that_nothing_obeys_yet_is_refused_and_never_ignored() throws IOException {
        var problems = problems(HEAD + "approval: {risk: high}\nprotected: {}\nactions:\n" + BLOCK);

        assertThat(problems)
                .containsExactly(
                        "3:1 'approval' is not yet obeyed by this version; leave it out",
                        "4:1 'protected' is not yet obeyed by this version; leave it out");
    }

    @Test
    void one_action_is_read_from_the_words_of_a_command() {
        var words = List.of(
                "target=198.51.100.1",
                "target_type=ip",
                "direction=both",
                "reason=C2 server",
                "on=edge",
                "ttl=2h",
                "id=x");

        var playbook = ((Reading.Read<Playbook>) oneAction("firewall_block", words)).value();

        assertThat(playbook.incidentId()).isEqualTo(new IncidentId("INC-1"));
        assertThat(playbook.name()).isEqualTo("firewall_block 198.51.100.1");
        assertThat(playbook.onFailure()).isEqualTo(FailurePolicy.STOP);
        assertThat(playbook.actions()).singleElement().satisfies(action -> {
            assertThat(action.id()).isEqualTo(new ActionId("x"));
            assertThat(action.on()).contains(new PlatformName("edge"));
            assertThat(action.conditions().ttl()).contains(Duration.ofHours(2));
            assertThat(action.request().target()).isEqualTo("198.51.100.1");
        });
    }

    @Test
    void words_that_are_wrong_are_named_by_their_number() {
        assertThat(texts(oneAction("firewal_block", List.of("target=1"))))
                .containsExactly("argument 2: 'firewal_block' is no action; did you mean 'firewall_block'?");
        assertThat(texts(
                        oneAction("firewall_block", List.of("target=198.51.100.1", "nonsense", "ttl=soon", "after=a"))))
                .contains(
                        "argument 4: 'nonsense' is not key=value",
                        "argument 5: 'soon' is no length of time: a number with s, m, h or d, as in 90s or 24h",
                        "argument 6: firewall_block has no 'after'",
                        "argument 2: firewall_block needs 'target_type' (one of ip|domain|port)");
    }

    @Test
    void an_item_that_was_written_is_read_back() throws IOException {
        var playbook = read(HEAD + "actions:\n" + BLOCK + "    on: edge\n    ttl: 2h\n");
        var item = new ItemType(ids()).write(playbook.actions().getFirst());

        var again = read("p.json", """
                {"incident_id": "INC-2026-0142", "name": "Ransomware on WORKSTATION-15", "actions": [%s]}
                """.formatted(item));

        assertThat(again).isEqualTo(new Reading.Read<>(playbook));
    }

    private Playbook read(String yaml) throws IOException {
        return switch (read("p.yaml", yaml)) {
            case Reading.Read<Playbook>(var playbook) -> playbook;
            case Reading.Wrong<Playbook>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private List<String> problems(String yaml) throws IOException {
        return switch (read("p.yaml", yaml)) {
            case Reading.Read<Playbook>(var playbook) -> throw new AssertionError(playbook.toString());
            case Reading.Wrong<Playbook>(var problems) ->
                problems.stream().map(PlaybookReaderTest::withoutFile).toList();
        };
    }

    /** Without the name of the file. */
    private static String withoutFile(Problem problem) {
        var place = problem.place();
        var what = problem.toString().substring(place.toString().length() + 2);
        return place.line() + ":" + place.column() + " " + what;
    }

    /** What is read here is valid for an editor, too. */
    private Reading<Playbook> read(String name, String text) throws IOException {
        var reading = reader().read(Files.writeString(folder.resolve(name), text));
        if (reading instanceof Reading.Read<Playbook>) {
            assertThat(EDITOR.complaints(text)).isEmpty();
        }
        return reading;
    }

    private static Reading<Playbook> oneAction(String action, List<String> words) {
        return reader().oneAction(action, words, 3, "analyst1", new IncidentId("INC-1"));
    }

    private static List<String> texts(Reading<Playbook> reading) {
        return ((Reading.Wrong<Playbook>) reading)
                .problems().stream().map(Problem::toString).toList();
    }

    private static PlaybookReader reader() {
        return new PlaybookReader(ids());
    }

    private static ActionIds ids() {
        var clock = Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);
        return new ActionIds(clock, new Random(7));
    }
}
