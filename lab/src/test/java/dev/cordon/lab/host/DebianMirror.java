package dev.cordon.lab.host;

import dev.cordon.lab.netns.Tool;
import java.util.List;
import java.util.Optional;

/**
 * Where this machine's own apt gets Debian from.
 *
 * @param suite the release that this machine runs, for example {@code bookworm}
 * @param url   without credentials of its own; {@code http}, {@code https} or {@code file}
 */
record DebianMirror(String suite, String url) {

    private static final String SEPARATOR = " ";

    /** Asked once: apt takes a second to answer. */
    private static final class OfThisMachine {
        static final Optional<DebianMirror> FIRST = find();
    }

    /** The first of apt's sources that has packages of this machine's own release; empty where none does. */
    static Optional<DebianMirror> ofThisMachine() {
        return OfThisMachine.FIRST;
    }

    /** Answers within five seconds; asked by the program that debootstrap loads packages with. */
    boolean answers() {
        var release = url + "dists/" + suite + "/InRelease";
        return Tool.run(List.of("wget", "-q", "--spider", "--tries=1", "--timeout=5", release), "")
                        .exit()
                == 0;
    }

    private static Optional<DebianMirror> find() {
        var suite = Tool.output(List.of("sh", "-c", ". /etc/os-release; echo \"${VERSION_CODENAME:-}\""), "")
                .strip();
        var sources = Tool.output(
                List.of("apt-get", "indextargets", "--format", "$(RELEASE) $(REPO_URI)", "Created-By: Packages"), "");
        return sources.lines()
                .map(line -> line.split(SEPARATOR, 2))
                .filter(source -> source[0].equals(suite) && source[1].matches("(https?|file):.*"))
                .map(source -> new DebianMirror(suite, source[1]))
                .findFirst();
    }
}
