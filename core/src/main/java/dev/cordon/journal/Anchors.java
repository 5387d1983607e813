package dev.cordon.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was noted of the journal elsewhere, and what it says of the journal now. */
public record Anchors(List<Anchor> all) {

    /** Nothing was. */
    public static final Anchors NONE = new Anchors(List.of());

    public Anchors {
        all = List.copyOf(all);
    }

    /** Of every run as it is now, the one that began last first. @throws JournalException where one was changed */
    public static Anchors of(Journal journal) {
        return new Anchors(journal.runs().stream().map(run -> of(journal, run)).toList());
    }

    private static Anchor of(Journal journal, RunId run) {
        return switch (journal.verify(run)) {
            case Verification.Intact(var entries, var head) -> new Anchor(run, entries, head);
            case Verification.Broken broken ->
                throw new JournalException(broken.inWords(run) + ": it is not anchored, see 'cordon audit verify'");
        };
    }

    /**
     * Blank lines are passed over.
     *
     * @throws IllegalArgumentException naming the first line that is none
     */
    public static Anchors parse(List<String> lines) {
        var anchors = new ArrayList<Anchor>();
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                anchors.add(parse(lines.get(i), i + 1));
            }
        }
        return new Anchors(anchors);
    }

    private static Anchor parse(String line, int number) {
        try {
            return Anchor.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + " is " + e.getMessage(), e);
        }
    }

    /** Those of the journal, and those that were anchored and are gone. */
    public List<RunId> runs(Journal journal) {
        return Stream.concat(journal.runs().stream(), all.stream().map(Anchor::run))
                .distinct()
                .toList();
    }

    /** Follows the run's chain, then compares it with what was anchored of it. */
    public Verification verify(Journal journal, RunId run) {
        var chain = journal.verify(run);
        return chain instanceof Verification.Intact
                ? contradiction(journal, run).orElse(chain)
                : chain;
    }

    private Optional<Verification> contradiction(Journal journal, RunId run) {
        var anchored = all.stream().filter(anchor -> anchor.run().equals(run)).toList();
        if (anchored.isEmpty()) {
            return Optional.empty();
        }
        var entries = journal.read(run);
        return anchored.stream()
                .flatMap(anchor -> anchor.contradiction(entries).stream())
                .map(Verification.class::cast)
                .findFirst();
    }
}
