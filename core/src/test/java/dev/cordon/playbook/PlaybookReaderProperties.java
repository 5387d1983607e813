package dev.cordon.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionIds;
import dev.cordon.action.IncidentId;
import dev.cordon.document.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever somebody writes is either read or gives problems with places; it is never an exception. */
class PlaybookReaderProperties {

    private static final List<String> TOP = List.of(
            "incident_id: INC-1",
            "incident_id: [a]",
            "name: test",
            "analyst: ''",
            "analyst:",
            "on_failure: rollback",
            "on_failure: continue",
            "approval: {}",
            "actions: nothing",
            "nonsense: 1");
    private static final List<String> ITEM = List.of(
            "id: a",
            "id: [a]",
            "id: ~",
            "on: edge",
            "on: {}",
            "after: [a]",
            "after: a",
            "after: [{}]",
            "ttl: 2h",
            "ttl: -1",
            "firewall_block: {target: 198.51.100.1, target_type: ip, direction: both, reason: x}",
            "firewall_block: text",
            "lockdown_database:",
            "isolat_host: {}");

    private static Path file;

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("playbook", ".yaml");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 500)
    void any_keys_in_any_order_are_read_or_refused_with_their_places(
            @ForAll("top") List<String> top, @ForAll("items") List<List<String>> items) throws IOException {
        var text = new StringBuilder(String.join("\n", top)).append("\nactions:\n");
        items.forEach(
                item -> text.append("  - ").append(String.join("\n    ", item)).append('\n'));

        assertReadOrRefused(reader().read(Files.writeString(file, text)));
    }

    @Property(tries = 500)
    void any_text_is_read_or_refused(@ForAll String text) throws IOException {
        assertReadOrRefused(reader().read(Files.writeString(file, text.replaceAll("\\p{Cs}", "?"))));
    }

    @Property(tries = 500)
    void any_words_are_read_or_refused(@ForAll("words") List<String> words, @ForAll String action) {
        assertReadOrRefused(reader().oneAction("firewall_block", words, 3, "", new IncidentId("INC-1")));
        assertReadOrRefused(reader().oneAction(action, words, 3, "", new IncidentId("INC-1")));
    }

    private static void assertReadOrRefused(Reading<Playbook> reading) {
        switch (reading) {
            case Reading.Read<Playbook>(var playbook) ->
                assertThat(playbook.actions()).isNotEmpty();
            case Reading.Wrong<Playbook>(var problems) ->
                assertThat(problems)
                        .isNotEmpty()
                        .allSatisfy(
                                problem -> assertThat(problem.place().source()).isNotEmpty())
                        .allSatisfy(problem -> assertThat(problem.what()).isNotBlank());
        }
    }

    @Provide
    static Arbitrary<List<String>> top() {
        return Arbitraries.of(TOP).list().uniqueElements().ofMaxSize(6);
    }

    @Provide
    static Arbitrary<List<List<String>>> items() {
        return Arbitraries.of(ITEM)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    static Arbitrary<List<String>> words() {
        var known = Arbitraries.of(
                "target=198.51.100.1",
                "target=",
                "=x",
                "target_type=ip",
                "direction=both",
                "reason=x",
                "id=a",
                "id=",
                "on=edge",
                "ttl=2h",
                "ttl=[1]",
                "after=a",
                "on={a: b}",
                "duration_hours=0x1");
        return Arbitraries.oneOf(known, Arbitraries.strings()).list().ofMaxSize(8);
    }

    private static PlaybookReader reader() {
        var clock = Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);
        return new PlaybookReader(new ActionIds(clock, new Random(7)));
    }
}
