package dev.cordon.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Steps in stages: what stands in one stage runs side by side, and the next begins when all of it is confirmed.
 *
 * <p>Data only, so it can be stored, compared and approved. Without any stage the effect is in force already: there
 * is nothing to do and nothing to undo, and the action lies on top of those in force on {@code onTopOf}.
 *
 * @param notes what the approver must know and no operation says
 * @param onTopOf the assets on which the effect was found in force; empty where there are stages
 */
public record Plan(List<Stage> stages, List<String> notes, List<Asset> onTopOf) implements Draft {

    public Plan {
        stages = List.copyOf(stages);
        notes = List.copyOf(notes);
        onTopOf = List.copyOf(onTopOf);
    }

    /** Runs each in turn; {@link Stage#stage} puts several side by side. */
    public static Plan of(Planned... parts) {
        return of(Arrays.asList(parts));
    }

    public static Plan of(List<? extends Planned> parts) {
        var stages = parts.stream()
                .map(part -> switch (part) {
                    case Stage stage -> stage;
                    case Part one -> new Stage(List.of(one));
                })
                .filter(stage -> !stage.parts().isEmpty())
                .toList();
        var plan = new Plan(stages, List.of(), List.of());
        plan.refuseTwinNames();
        return plan;
    }

    /** The effect is in force already on these assets. */
    public static Plan nothingToDo(Asset... assets) {
        return new Plan(List.of(), List.of(), List.of(assets));
    }

    /** This platform cannot do, or must not do, what is asked. */
    public static Refused refused(String reason) {
        return new Refused(reason);
    }

    /** The same plan with one more note; an empty text adds none. */
    public Plan note(String note) {
        if (note.isEmpty()) {
            return this;
        }
        return new Plan(stages, Stream.concat(notes.stream(), Stream.of(note)).toList(), onTopOf);
    }

    public boolean isEmpty() {
        return stages.isEmpty();
    }

    /** All parts of all stages, in order. */
    public List<Part> parts() {
        return stages.stream().flatMap(stage -> stage.parts().stream()).toList();
    }

    /** Every step, those inside an {@code Each} included, in the order of the plan. */
    public List<Step> steps() {
        return parts().stream().flatMap(part -> part.steps().stream()).toList();
    }

    /** What of it is found late. */
    public List<Each> eaches() {
        return parts().stream()
                .flatMap(part -> part instanceof Each each ? Stream.of(each) : Stream.of())
                .toList();
    }

    /** What its steps change, without repetition; for an empty plan what it lies on. */
    public List<Asset> touches() {
        return Stream.concat(onTopOf.stream(), steps().stream().flatMap(step -> step.touches().stream()))
                .distinct()
                .toList();
    }

    /** The longest time that any effect of it may take to show. */
    public Duration longestSettles() {
        var longest = Duration.ZERO;
        for (var step : steps()) {
            var check = step.check();
            if (check != null && check.settles().compareTo(longest) > 0) {
                longest = check.settles();
            }
        }
        return longest;
    }

    /** A hash over the hashes of its stages, those over the hashes of their parts. */
    public Digest digest() {
        var hashes = new ArrayList<Digest>();
        stages.forEach(stage -> hashes.add(stage.digest()));
        return Canonical.digest(new Bound(hashes, notes, onTopOf));
    }

    private record Bound(List<Digest> stages, List<String> notes, List<Asset> onTopOf) {}

    private void refuseTwinNames() {
        var names = new ArrayList<String>();
        for (var stage : stages) {
            stage.parts().forEach(part -> names.add(part.name()));
            stage.parts().stream()
                    .filter(Each.class::isInstance)
                    .flatMap(part -> part.steps().stream())
                    .forEach(step -> names.add(step.name()));
        }
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("two steps of one plan have the same name: " + names);
        }
    }
}
