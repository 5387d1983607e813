package dev.cordon.configuration;

import dev.cordon.document.PostgresqlUrl;
import dev.cordon.document.SecretRef;
import dev.cordon.journal.DatabaseAddress;
import dev.cordon.journal.SharedStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The database that several Cordons share, as the configuration names it. Holds no secret, only where it is kept. */
public record SharedStoreSettings(PostgresqlUrl url, Optional<String> user, Optional<SecretRef> password) {

    /**
     * Connects.
     *
     * @param folder of this process, for evidence
     * @throws IllegalArgumentException where the password cannot be had, and why
     * @throws dev.cordon.journal.JournalException where the store cannot be used
     */
    public SharedStore open(Path folder, Clock clock, Map<String, String> environment) {
        return SharedStore.open(address(environment), folder, clock);
    }

    private DatabaseAddress address(Map<String, String> environment) {
        return new DatabaseAddress(url, user, password.map(reference -> known(reference, environment)));
    }

    private static String known(SecretRef reference, Map<String, String> environment) {
        return switch (reference.resolve(environment)) {
            case SecretRef.Resolved.Known(var secret) -> secret;
            case SecretRef.Resolved.Unknown(var why) -> throw new IllegalArgumentException("store: " + why);
        };
    }
}
