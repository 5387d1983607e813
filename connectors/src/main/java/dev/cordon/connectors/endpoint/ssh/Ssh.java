package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Schema;
import dev.cordon.document.SecretRef;
import dev.cordon.document.Values;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import dev.cordon.transport.ssh.SshAccount;
import java.nio.file.Files;
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
        return Set.of(ActionKind.TERMINATE_PROCESS);
    }

    @Override
    public Platform open(PlatformName name, Values settings, Map<String, String> environment) {
        var read = SshSettings.of(settings);
        var account = read.account();
        known(account.key(), environment);
        account.passphrase().ifPresent(reference -> known(reference, environment));
        if (!Files.isReadable(account.knownHosts())) {
            throw new IllegalArgumentException(account.knownHosts()
                    + " cannot be read: write the host keys there, with ssh-keyscan, and compare them");
        }
        return new SshPlatform(name, read.inventory(), account, environment);
    }

    @Override
    public Platform offline(PlatformName name) {
        return new SshPlatform(name, new Inventory(Map.of()), NOBODY, Map.of());
    }

    private static void known(SecretRef reference, Map<String, String> environment) {
        if (reference.resolve(environment) instanceof SecretRef.Resolved.Unknown(var why)) {
            throw new IllegalArgumentException(why);
        }
    }
}
