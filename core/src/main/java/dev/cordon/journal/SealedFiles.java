package dev.cordon.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.action.ActionId;
import dev.cordon.operation.Value;
import dev.cordon.plan.Canonical;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sealed secrets, a file each under the hash of its name: the name in the clear, which the seal binds, and what is sealed.
 * Once a person has seen a secret its file keeps the name alone, so that nothing makes another one in its place. Safe
 * for any number of threads of the one process that writes to the folder.
 */
public final class SealedFiles implements SealedSecrets {

    private final Path folder;
    private final Path drafts;
    private final Optional<SealingKey> key;
    private final SecureRandom random = new SecureRandom();

    SealedFiles(Path folder, Path drafts, Optional<SealingKey> key) {
        this.folder = folder;
        this.drafts = drafts;
        this.key = key;
    }

    /** @param sealed in base64; null once it was revealed */
    private record Content(SecretName name, @Nullable String sealed) {}

    @Override
    public synchronized Value.Sealed made(SecretName name, Value.Secret wanted) {
        var found = read(file(name.under()));
        if (found.isEmpty()) {
            var secret = wanted.alphabet().draw(wanted.length(), random).getBytes(UTF_8);
            var sealed = Base64.getEncoder().encodeToString(key().seal(secret, bound(name)));
            write(new Content(name, sealed));
        }
        var made = new Value.Sealed(name.name(), name.under());
        opened(made); // what cannot be opened later must stop whoever is about to write that it is sent
        return made;
    }

    @Override
    public boolean holds(SecretName name) {
        return read(file(name.under())).filter(found -> found.sealed() != null).isPresent();
    }

    @Override
    public String opened(Value.Sealed sealed) {
        var file = file(sealed.under());
        var found = read(file)
                .orElseThrow(() -> new JournalException(file + " is not there: secret '" + sealed.name()
                        + "' is lost; restore the data folder from a backup"));
        if (found.sealed() == null) {
            throw new JournalException(revealed(sealed.name()));
        }
        return open(file, found.name(), found.sealed());
    }

    /** The secrets of an action that nobody was shown yet. Needs no key. */
    public List<SecretName> unrevealed(RunId run, ActionId action) {
        return unrevealed(run).stream()
                .filter(name -> name.action().equals(action))
                .toList();
    }

    /** Those of a run, in the order of their files. Needs no key. */
    public List<SecretName> unrevealed(RunId run) {
        if (PrivateFolder.attributes(folder).isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .flatMap(file -> read(file).stream())
                    .filter(found ->
                            found.sealed() != null && found.name().run().equals(run))
                    .map(Content::name)
                    .toList();
        } catch (IOException e) {
            throw Trouble.with(folder, e);
        }
    }

    /** A person has seen it: what was sealed is gone when this returns. */
    public synchronized void forget(SecretName name) {
        write(new Content(name, null));
    }

    private String open(Path file, SecretName name, String sealed) {
        try {
            return new String(key().open(Base64.getDecoder().decode(sealed), bound(name)), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new JournalException(
                    file + " cannot be opened: sealing.key is not the key that it was sealed with, or the file was"
                            + " changed since");
        }
    }

    private SealingKey key() {
        return key.orElseThrow(
                () -> new JournalException("the configuration has no sealing.key, which a generated secret needs: "
                        + "see 'openssl rand -base64 32'"));
    }

    private static byte[] bound(SecretName name) {
        return Canonical.write(name).getBytes(UTF_8);
    }

    private static String revealed(String name) {
        return "secret '" + name + "' was revealed to a person, so Cordon does not have it any more";
    }

    private Optional<Content> read(Path file) {
        try {
            return Optional.of(Canonical.read(Files.readString(file), Content.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Trouble.with(file, e);
        }
    }

    private void write(Content content) {
        var file = file(content.name().under());
        try {
            WholeFile.put(drafts, file, Canonical.write(content).getBytes(UTF_8));
            PrivateFolder.sync(folder);
        } catch (IOException e) {
            throw Trouble.with(file, e);
        }
    }

    private Path file(String under) {
        return folder.resolve(under);
    }
}
