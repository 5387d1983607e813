package dev.cordon.plan;

import java.util.List;

/**
 * Runs side by side; a failed part does not stop its siblings; the next stage begins when all are confirmed.
 */
public record Stage(List<Part> parts) implements Planned {

    public Stage {
        parts = List.copyOf(parts);
    }

    public static Stage stage(Part... parts) {
        return new Stage(List.of(parts));
    }

    public static Stage stage(List<? extends Part> parts) {
        return new Stage(List.copyOf(parts));
    }

    Digest digest() {
        return Canonical.digest(parts.stream().map(Canonical::digest).toList());
    }
}
