package dev.cordon.execution;

import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.password;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.ActionId;
import dev.cordon.journal.Event;
import dev.cordon.journal.JournalException;
import dev.cordon.journal.RunState;
import dev.cordon.journal.SealingKey;
import dev.cordon.journal.Status;
import dev.cordon.operation.Alphabet;
import dev.cordon.operation.Value;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Check;
import dev.cordon.plan.Step;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Crash;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Stand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A password that Cordon makes: sealed before it is sent, the same after a crash, shown once, and nowhere else. */
final class SealedSecretsTest {

    private static final ActionId ACTION = new ActionId("a");
    private static final Value NEW = Value.secret("new", Alphabet.WITH_SIGNS, 24);

    @TempDir
    Path folder;

    @Test
    void a_secret_reaches_the_platform_and_is_written_nowhere() throws Exception {
        try (var stand = stand(key(1))) {
            var state = stand.apply();

            assertThat(state.status()).isEqualTo(Status.COMPLETED);
            var sent = sent(stand).getFirst();
            assertThat(sent).hasSize(24).matches(".*[A-Z].*").matches(".*[^A-Za-z0-9].*");
            assertThat(written()).contains("\"sealed\"").contains("***").doesNotContain(sent);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CRASH_BEFORE", "CRASH_AFTER"})
    void after_a_crash_the_same_secret_is_used_again(Fate crash) throws Exception {
        try (var stand = stand(key(1))) {
            stand.platform.transport().script(call -> call.read() ? Fate.FINE : crash);
            assertThatThrownBy(stand::apply).isInstanceOf(Crash.class);
            var first = sent(stand).getFirst();

            stand.restart().resume();

            assertThat(sent(stand)).allMatch(first::equals);
            assertThat(shown(stand)).containsExactlyEntriesOf(Map.of("new", first));
        }
    }

    @Test
    void it_is_sealed_before_the_intent_is_written() throws Exception {
        try (var stand = stand(key(1))) {
            stand.platform.transport().script(call -> call.read() ? Fate.FINE : Fate.CRASH_BEFORE);
            assertThatThrownBy(stand::apply).isInstanceOf(Crash.class);

            assertThat(stand.sealed().unrevealed(stand.run())).singleElement().satisfies(name -> {
                assertThat(name.name()).isEqualTo("new");
                assertThat(intent(stand)).contains(name.under());
            });
        }
    }

    @Test
    void it_is_shown_once_and_the_journal_says_to_whom() throws Exception {
        try (var stand = stand(key(1))) {
            stand.apply();
            var sent = sent(stand).getFirst();

            assertThat(shown(stand)).containsEntry("new", sent);
            assertThat(reveal(stand, new ArrayList<>()))
                    .hasValueSatisfying(why -> assertThat(why).contains("no secret of"));
            assertThat(events(stand)).contains(new Event.Revealed(ACTION, List.of("new"), "analyst2"));
            assertThat(written()).doesNotContain("\"sealed\":").doesNotContain(sent);
        }
    }

    @Test
    void a_death_while_it_is_shown_loses_nothing_and_each_showing_is_on_record() throws Exception {
        try (var stand = stand(key(1))) {
            stand.apply();
            var reveal = new Reveal(stand.journal(), stand.sealed(), stand.pace.clock());

            assertThatThrownBy(() -> reveal.to("analyst2", stand.run(), ACTION, _ -> {
                        throw new Crash();
                    }))
                    .isInstanceOf(Crash.class);

            assertThat(shown(stand)).containsKey("new");
            assertThat(events(stand))
                    .filteredOn(Event.Revealed.class::isInstance)
                    .hasSize(2);
        }
    }

    @Test
    void without_a_key_an_action_that_makes_a_secret_is_refused_when_it_is_planned() {
        try (var stand = stand(Optional.empty())) {
            assertThat(stand.draw(FailurePolicy.STOP, Stand.action("a")))
                    .isInstanceOfSatisfying(
                            Planner.Result.Refused.class,
                            refused -> assertThat(refused.refusals().getFirst().why())
                                    .contains("sealing: {key: file:PATH}")
                                    .contains("new"));
        }
    }

    @Test
    void another_key_opens_nothing_and_nothing_is_sent() throws Exception {
        try (var stand = stand(key(1))) {
            stand.platform.transport().script(call -> call.read() ? Fate.FINE : Fate.CRASH_BEFORE);
            assertThatThrownBy(stand::apply).isInstanceOf(Crash.class);
            stand.restart().sealing = key(2);

            assertThat(reveal(stand, new ArrayList<>()))
                    .hasValueSatisfying(why -> assertThat(why).contains("resume it"));
            assertThatThrownBy(stand::resume)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("not the key that it was sealed with");
            assertThat(sent(stand)).isEmpty();
        }
    }

    @Test
    void a_seal_that_is_passed_off_as_another_is_not_opened() throws Exception {
        try (var stand = stand(key(1))) {
            stand.apply();
            var name = stand.sealed().unrevealed(stand.run()).getFirst();
            var file = folder.resolve("data/sealed").resolve(name.under());
            Files.writeString(file, Files.readString(file).replace("\"name\":\"new\"", "\"name\":\"old\""));

            assertThatThrownBy(() -> stand.sealed().opened(new Value.Sealed("new", name.under())))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("changed since");
        }
    }

    private Stand stand(Optional<SealingKey> key) {
        var stand = Stand.of(folder, rotate());
        stand.sealing = key;
        return stand;
    }

    private static Step rotate() {
        return step("password")
                .touches(asset("door"))
                .apply(password("door", NEW))
                .undo(set("door", "open"))
                .check(Check.look(list()).expect("/all/door", "changed").settles(Duration.ofSeconds(5)));
    }

    private static Optional<SealingKey> key(int seed) {
        var bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Optional.of(SealingKey.parse(Base64.getEncoder().encodeToString(bytes)));
    }

    private static List<String> sent(Stand stand) {
        return stand.platform.transport().calls().stream()
                .filter(call -> call.words().getFirst().equals("password"))
                .map(call -> call.words().getLast())
                .toList();
    }

    private static Map<String, String> shown(Stand stand) {
        var shown = new ArrayList<Map<String, String>>();
        assertThat(reveal(stand, shown)).isEmpty();
        return shown.getFirst();
    }

    private static Optional<String> reveal(Stand stand, List<Map<String, String>> shown) {
        return new Reveal(stand.journal(), stand.sealed(), stand.pace.clock())
                .to("analyst2", stand.run(), ACTION, shown::add);
    }

    private static List<Event> events(Stand stand) {
        return stand.journal().read(stand.run()).stream().map(RunState::event).toList();
    }

    private static String intent(Stand stand) {
        return events(stand).stream()
                .filter(Event.Intended.class::isInstance)
                .map(Canonical::write)
                .findFirst()
                .orElseThrow();
    }

    /** All that the data folder holds. */
    private String written() throws IOException {
        try (var files = Files.walk(folder.resolve("data"))) {
            var all = new StringBuilder();
            files.filter(Files::isRegularFile).map(SealedSecretsTest::bytes).forEach(all::append);
            return all.toString();
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
