package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.plan.Shown;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * One unit as systemd has it and as it lies on the disk; the words are those of {@code systemctl show}.
 *
 * @param id its name, whatever it was called
 * @param names all of them, sorted
 * @param fragment the path of its file; of a masked one, of the mask
 * @param mask where that path points to, if it is a link
 * @param source what a generator made it from, for example {@code /etc/init.d/x}; empty for most
 * @param links in /etc/systemd/system and /run/systemd/system, those with one of its names
 * @param folder /etc/systemd/system has a folder for its drop-ins
 * @param refuses systemd lets nobody start it, or nobody stop it, by hand
 * @param protection why it must not be stopped; empty where it may
 * @param seen what it does right now, in words
 */
record UnitFacts(
        String id,
        List<String> names,
        String load,
        State state,
        String fileState,
        String fragment,
        String fragmentSha256,
        String mask,
        String source,
        String sourceSha256,
        List<DropIn> dropIns,
        List<Link> links,
        boolean folder,
        boolean transientUnit,
        boolean refuses,
        String restart,
        List<String> triggers,
        String protection,
        Shown<String> seen) {

    private static final String OURS = "zz-cordon-";

    UnitFacts {
        names = List.copyOf(names);
        dropIns = List.copyOf(dropIns);
        links = List.copyOf(links);
        triggers = List.copyOf(triggers);
    }

    /** What undo restores of what a unit does. */
    enum State {
        RUNNING,
        STOPPED,
        FAILED,
        /** A oneshot, which runs and ends by itself: whether it runs right now says nothing. */
        PASSING
    }

    /** Part of the unit's settings. */
    record DropIn(String path, String sha256) {}

    /** A symbolic link and where it points to. */
    record Link(String path, String target) {

        String folder() {
            return path.substring(0, path.lastIndexOf('/'));
        }

        /** It makes the unit start when another does. */
        boolean enables() {
            var folder = folder();
            return folder.endsWith(".wants") || folder.endsWith(".requires") || folder.endsWith(".upholds");
        }
    }

    static UnitFacts of(JsonNode seen) {
        return new UnitFacts(
                text(seen, "id"),
                texts(seen, "names"),
                text(seen, "load"),
                State.valueOf(text(seen, "state").toUpperCase(Locale.ROOT)),
                text(seen, "file_state"),
                text(seen, "fragment"),
                text(seen, "fragment_sha256"),
                text(seen, "mask"),
                text(seen, "source"),
                text(seen, "source_sha256"),
                seen.path("drop_ins").values().stream()
                        .map(one -> new DropIn(text(one, "path"), text(one, "sha256")))
                        .toList(),
                seen.path("links").values().stream()
                        .map(one -> new Link(text(one, "path"), text(one, "target")))
                        .toList(),
                seen.path("folder").booleanValue(),
                seen.path("transient").booleanValue(),
                seen.path("refuses").booleanValue(),
                text(seen, "restart"),
                texts(seen, "triggers"),
                text(seen, "protected"),
                new Shown<>(text(seen, "seen")));
    }

    /** One that nobody has seen: it runs, and a package brought it. */
    static UnitFacts assumed(String id) {
        return new UnitFacts(
                id,
                List.of(id),
                "loaded",
                State.RUNNING,
                "enabled",
                "/usr/lib/systemd/system/" + id,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(new Link("/etc/systemd/system/multi-user.target.wants/" + id, "/usr/lib/systemd/system/" + id)),
                false,
                false,
                false,
                "no",
                List.of(),
                "",
                new Shown<>(""));
    }

    boolean masked() {
        return load.equals("masked");
    }

    /** An action of Cordon that is in force keeps it from starting. */
    boolean held() {
        return dropIns.stream().anyMatch(one -> fileName(one.path()).startsWith(OURS));
    }

    boolean runs() {
        return state == State.RUNNING;
    }

    /** There is, or at any moment may be, something to stop. */
    boolean mayRun() {
        return runs() || state == State.PASSING;
    }

    List<Link> enabling() {
        return links.stream().filter(Link::enables).toList();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String text(JsonNode seen, String name) {
        return seen.path(name).stringValue();
    }

    private static List<String> texts(JsonNode seen, String name) {
        return seen.path(name).values().stream().map(JsonNode::stringValue).toList();
    }
}
