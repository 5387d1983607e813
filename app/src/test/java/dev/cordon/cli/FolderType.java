package dev.cordon.cli;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.SecretRef;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A type of platform whose blocks are files of one folder: a block is in force while its file is there. */
final class FolderType implements PlatformType {

    private static final Parameter<String> PATH = Parameter.required("path", Types.line(512), "The folder.");
    private static final Parameter<Optional<SecretRef>> PASSWORD =
            Parameter.optional("password", Types.secret(), "Opens it.");

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public Schema settings() {
        return Schema.of("folder", PATH, PASSWORD);
    }

    @Override
    public Set<ActionKind> carries() {
        return Set.of(ActionKind.FIREWALL_BLOCK);
    }

    @Override
    public Platform open(PlatformName name, Values settings, Map<String, String> environment) {
        settings.get(PASSWORD).ifPresent(secret -> demand(secret.resolve(environment)));
        return new FolderPlatform(name, new FolderTransport(Path.of(settings.get(PATH))));
    }

    @Override
    public Platform offline(PlatformName name) {
        return new FolderPlatform(name, new FolderTransport(Path.of("/nowhere")));
    }

    private static void demand(SecretRef.Resolved secret) {
        if (secret instanceof SecretRef.Resolved.Unknown(var why)) {
            throw new IllegalArgumentException(why);
        }
    }
}
