package dev.cordon.cli;

import dev.cordon.document.Printable;
import dev.cordon.journal.RunId;
import dev.cordon.journal.Store;
import java.util.Optional;

/** Names the passwords that were made in a run and that nobody was shown yet. */
record Unrevealed(Console console) {

    void name(Store data, RunId run) {
        data.sealed(Optional.empty())
                .unrevealed(run)
                .forEach(secret -> console.note("sealed, and not shown to anybody yet: secret '"
                        + Printable.of(secret.name()) + "' of " + run + "/" + secret.action() + "; 'cordon reveal "
                        + run
                        + "/" + secret.action() + "' shows it once"));
    }
}
