package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.journal.Event;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunJournal;
import dev.cordon.journal.SealedFiles;
import dev.cordon.journal.SecretName;
import dev.cordon.journal.Status;
import dev.cordon.operation.Value;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands the generated secrets of an action to a person, once.
 *
 * <p>In this order: the journal says to whom, the person is shown them, the sealed copies are destroyed. A crash before the
 * last leaves them to be shown again, and each showing is on record. The other way round a crash would lose a
 * password that nobody has seen, and lock everybody out of the account that it belongs to.
 */
public final class Reveal {

    private final Journal journal;
    private final SealedFiles sealed;
    private final Clock clock;

    public Reveal(Journal journal, SealedFiles sealed, Clock clock) {
        this.journal = journal;
        this.sealed = sealed;
        this.clock = clock;
    }

    /**
     * @param shown is given each secret by its name, and returns when the person has them before the eyes
     * @return why nothing was revealed; empty where it was
     * @throws dev.cordon.journal.JournalException where the run's record is not as it was written, or the key is not the one
     *     that they were sealed with
     */
    public Optional<String> to(String by, RunId run, ActionId action, Consumer<Map<String, String>> shown) {
        var names = sealed.unrevealed(run, action);
        var opened = RunJournal.openTrusted(journal, clock, _ -> {}, run);
        if (names.isEmpty() || opened.isEmpty()) {
            return Optional.of("no secret of " + run + "/" + action + " is left to be revealed");
        }
        if (underWay(opened.get().state().action(action).status())) {
            return Optional.of(
                    "work on " + run + "/" + action + " has not ended, and needs its secrets: resume it first");
        }
        var secrets = secrets(names);
        opened.get().write(new Event.Revealed(action, List.copyOf(secrets.keySet()), by));
        shown.accept(secrets);
        names.forEach(sealed::forget);
        return Optional.empty();
    }

    private static boolean underWay(Status status) {
        return status == Status.IN_PROGRESS || status == Status.ROLLING_BACK;
    }

    private Map<String, String> secrets(List<SecretName> names) {
        var secrets = new LinkedHashMap<String, String>();
        for (var name : names) {
            var shown = name.member() == null ? name.name() : name.name() + " [" + name.member() + "]";
            secrets.put(shown, sealed.opened(new Value.Sealed(name.name(), name.under())));
        }
        return secrets;
    }
}
