package dev.cordon.scripted;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** What the scripted platform acts on: names and values, one file each, so that it outlives a process. */
public final class World {

    private final Path folder;

    public World(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void set(String name, String value) {
        try {
            Files.writeString(folder.resolve(name), value, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds one to a number: not the same when done twice. */
    public synchronized void add(String name) {
        set(name, Integer.toString(Integer.parseInt(all().getOrDefault(name, "0")) + 1));
    }

    public synchronized boolean remove(String name) {
        try {
            return Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized TreeMap<String, String> all() {
        var all = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                all.put(file.getFileName().toString(), Files.readString(file, UTF_8));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
