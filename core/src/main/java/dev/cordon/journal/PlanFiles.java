package dev.cordon.journal;

import dev.cordon.plan.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Plans under their digest, {@code <digest>.json}: each file is there completely or not at all. */
final class PlanFiles {

    private final Path folder;
    private final Path drafts;

    /** @param drafts on the same file system, emptied by others when a process starts */
    PlanFiles(Path folder, Path drafts) {
        this.folder = folder;
        this.drafts = drafts;
    }

    Path folder() {
        return folder;
    }

    void keep(Digest digest, byte[] json) {
        var file = file(digest);
        try {
            if (read(digest).filter(found -> Arrays.equals(found, json)).isEmpty()) {
                keepTrying(file, json);
            }
            PrivateFolder.sync(folder); // also where the file was found: whoever put it there may have died before this
        } catch (IOException e) {
            throw Trouble.with(file, e);
        }
    }

    Optional<byte[]> read(Digest digest) {
        var file = file(digest);
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Trouble.with(file, e);
        }
    }

    /** A process that begins to write empties the folder of drafts, and may have taken ours. */
    private void keepTrying(Path file, byte[] json) throws IOException {
        try {
            WholeFile.put(drafts, file, json);
        } catch (NoSuchFileException e) {
            WholeFile.put(drafts, file, json);
        }
    }

    private Path file(Digest digest) {
        return folder.resolve(digest + ".json");
    }
}
