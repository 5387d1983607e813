package dev.cordon.lab.host;

import dev.cordon.lab.netns.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The root file systems that {@link DebianHost}s start from, built by debootstrap when they are first needed and kept
 * in {@code $XDG_CACHE_HOME/cordon-lab} (else {@code ~/.cache/cordon-lab}), about 600 MB.
 *
 * <p>The folder's name holds a digest over all that they are made from, so a changed recipe builds anew. Nothing ever
 * writes into a tree that is built, and any of them may be deleted while no test runs.
 */
final class DebianTree {

    private static final int PATIENCE_IN_MINUTES = 20;
    private static final List<String> NEEDED = List.of(
            "debootstrap", "systemd-nspawn", "unshare", "nsenter", "ip", "nft", "ssh-keygen", "apt-get", "wget");

    private DebianTree() {}

    /** Why there can be none here, and what to install; empty where one is there or can be built. */
    static Optional<String> missing() {
        var absent = NEEDED.stream().filter(tool -> !Tool.isThere(tool)).toList();
        if (!absent.isEmpty()) {
            return Optional.of(absent + " missing: apt-get install debootstrap systemd-container util-linux iproute2"
                    + " nftables openssh-client wget, on Debian");
        }
        var mirror = DebianMirror.ofThisMachine();
        if (mirror.isEmpty()) {
            return Optional.of("apt knows no source of this machine's own release: run apt-get update, on Debian");
        }
        return Files.isDirectory(folder(mirror.get())) || mirror.get().answers()
                ? Optional.empty()
                : Optional.of("no Debian is kept in " + cache() + " and "
                        + mirror.get().url() + " does not answer:" + " run the tests once with a network");
    }

    /** The tree; building it takes a minute or two, and whoever else needs one waits meanwhile. */
    static synchronized Path of(Furnishing furnishing) {
        var mirror = DebianMirror.ofThisMachine().orElseThrow();
        var folder = folder(mirror);
        try (var _ = locked()) {
            if (!Files.isDirectory(folder)) {
                build(mirror, folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a Debian in " + folder, e);
        }
        return folder.resolve(furnishing.folder());
    }

    private static FileChannel locked() throws IOException {
        Files.createDirectories(cache());
        var file = FileChannel.open(cache().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.lock();
        return file;
    }

    private static void build(DebianMirror mirror, Path folder) throws IOException {
        var building = folder.resolveSibling("building");
        Tool.output(List.of("rm", "-rf", "--one-file-system", building.toString()), "");
        Files.createDirectories(building);
        var log = building.resolve("log");
        var process = new ProcessBuilder(List.of(
                        "unshare",
                        "--mount",
                        "sh",
                        Script.BUILD_TREES.in(building).toString(),
                        building.toString(),
                        mirror.suite(),
                        mirror.url(),
                        Furnishing.BARE.packages(),
                        Furnishing.FULL.packages()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!endsWell(process)) {
            throw new IllegalStateException("debootstrap failed, see " + log + ": " + end(log));
        }
        Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean endsWell(Process process) {
        try {
            return process.waitFor(PATIENCE_IN_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String end(Path log) throws IOException {
        var text = Files.readString(log);
        return text.substring(Math.max(0, text.length() - 1000));
    }

    private static Path folder(DebianMirror mirror) {
        var recipe =
                String.join("\n", Script.BUILD_TREES.text(), Furnishing.BARE.packages(), Furnishing.FULL.packages());
        return cache().resolve(mirror.suite() + "-" + digest(recipe).substring(0, 12));
    }

    private static Path cache() {
        var folder = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        return folder.resolve("cordon-lab");
    }

    private static String digest(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
