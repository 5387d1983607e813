package dev.cordon.configuration;

import dev.cordon.document.SecretRef;
import dev.cordon.execution.Platforms;
import dev.cordon.plan.Platform;
import dev.cordon.policy.ApprovalRules;
import dev.cordon.policy.Guard;
import dev.cordon.policy.Limits;
import dev.cordon.policy.OwnAddresses;
import dev.cordon.policy.ProtectedAssets;
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
 */
public record Configuration(
        List<ConfiguredPlatform> platforms,
        ProtectedAssets spared,
        Limits limits,
        ApprovalRules approval,
        Optional<SecretRef> sealing) {

    /** Where there is no file: nothing can be acted on, but plans can be drawn up offline. */
    public static final Configuration NONE =
            new Configuration(List.of(), ProtectedAssets.NONE, Limits.DEFAULT, ApprovalRules.DEFAULT, Optional.empty());

    public Configuration {
        platforms = List.copyOf(platforms);
    }

    /**
     * Opens all platforms, or none, with the guard over them. Connects to nothing.
     *
     * @param environment where {@code env:NAME} secrets come from, and who is logged in
     * @throws IllegalArgumentException naming the platform or the key that cannot be opened, and why
     */
    public Platforms open(Map<String, String> environment) {
        var guard = new Guard(spared, limits, OwnAddresses.of(environment), approval);
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
