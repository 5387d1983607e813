package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Schema;
import dev.cordon.document.SecretRef;
import dev.cordon.document.Values;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import dev.cordon.transport.ssh.SshAccount;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An inventory of Linux hosts that are reached over SSH. */
public final class Ssh implements PlatformType {

    static final String NAME = "ssh";

    private static final SshAccount NOBODY = new SshAccount(
            "root", new SecretRef.FromFile(Path.of("key")), Optional.empty(), Path.of("known_hosts"), false);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schema settings() {
        return SshSettings.SCHEMA;
    }

    @Override
    public Set<ActionKind> carries() {
        return Set.of(ActionKind.TERMINATE_PROCESS, ActionKind.DISABLE_SERVICE);
    }

    @Override
    public Platform open(PlatformName name, Values settings, Map<String, String> environment) {
        var read = SshSettings.of(settings);
        return new SshPlatform(name, read.inventory(), read.account().demandAll(environment), environment);
    }

    @Override
    public Platform offline(PlatformName name) {
        return new SshPlatform(name, new Inventory(Map.of()), NOBODY, Map.of());
    }
}
