package dev.cordon.configuration;

import dev.cordon.document.SecretRef;
import dev.cordon.execution.Platforms;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.Store;
import dev.cordon.plan.Platform;
import dev.cordon.policy.ApprovalRules;
import dev.cordon.policy.Guard;
import dev.cordon.policy.Limits;
import dev.cordon.policy.OwnAddresses;
import dev.cordon.policy.ProtectedAssets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration file says.
 *
 * @param platforms in the order of the file; their names differ
 * @param spared what no plan may touch
 * @param limits how much one playbook may reach
 * @param approval whose word a playbook needs
 * @param sealing the key that generated passwords are sealed with, if any
 * @param store where journal and plans are kept; in the data folder where nothing is said
 */
public record Configuration(
        List<ConfiguredPlatform> platforms,
        ProtectedAssets spared,
        Limits limits,
        ApprovalRules approval,
        Optional<SecretRef> sealing,
        Optional<SharedStoreSettings> store) {

    /** Where there is no file: nothing can be acted on, but plans can be drawn up offline. */
    public static final Configuration NONE = new Configuration(
            List.of(), ProtectedAssets.NONE, Limits.DEFAULT, ApprovalRules.DEFAULT, Optional.empty(), Optional.empty());

    public Configuration {
        platforms = List.copyOf(platforms);
    }

    /**
     * Opens the store for whoever writes to it: the shared one where there is one, else the data folder.
     *
     * @param folder of this process; with a shared store, for evidence alone
     * @throws IllegalArgumentException where the store's password cannot be had, and why
     * @throws dev.cordon.journal.JournalException where the store cannot be used
     */
    public Store openStore(Path folder, Clock clock, Map<String, String> environment) {
        return store.<Store>map(shared -> shared.open(folder, clock, environment))
                .orElseGet(() -> DataFolder.open(folder, clock));
    }

    /**
     * Opens all platforms, or none, with the guard over them. Connects to nothing.
     *
     * @param environment where {@code env:NAME} secrets come from, and who is logged in
     * @throws IllegalArgumentException naming the platform or the key that cannot be opened, and why
     */
    public Platforms open(Map<String, String> environment) {
        var guard = new Guard(spared, limits, OwnAddresses.of(environment), approval);
        if (sealing.isPresent() && store.isPresent()) {
            throw new IllegalArgumentException(
                    "sealing: not yet beside 'store': each node would make a password of its own");
        }
        var key = sealing.map(reference -> SealingSection.key(reference, environment));
        var opened = new ArrayList<Platform>();
        try {
            platforms.forEach(platform -> opened.add(platform.open(environment)));
            return new Platforms(opened, guard, key);
        } catch (RuntimeException e) {
            opened.forEach(Platform::close);
            throw e;
        }
    }
}
