package dev.cordon.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cordon.operation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Do, take back, look. Any of the four operations may be absent, not all.
 *
 * <p>Built by its own methods: {@code step("gate").touches(database).apply(…).undo(…).check(…)}. A step with nothing
 * but a check is a proof or a gate; one with only an undo and a check tidies up when the action is undone.
 *
 * @param name unique in its plan
 * @param touches the finest things that it changes
 * @param apply changes the world; null for a proof
 * @param cancel calls off what is still under way; repeatable, since whoever goes on after a crash sends it again while the
 *     check says pending
 * @param undo takes {@code apply} back
 * @param check tells whether the effect is in force
 * @param saves what is kept of what was seen
 * @param reversibility what undoing it restores
 * @param temporary is undone at the end of apply, whatever came of it
 * @param optional failing is a note, not a failure
 * @param releasedAfter when the platform itself takes the effect back, also if Cordon is gone; null for never
 */
@JsonTypeName("step")
public record Step(
        String name,
        List<Asset> touches,
        @Nullable Operation apply,
        @Nullable Operation cancel,
        @Nullable Operation undo,
        @Nullable Check check,
        List<Save> saves,
        Reversibility reversibility,
        boolean temporary,
        boolean optional,
        @Nullable Duration releasedAfter)
        implements Part {

    public Step {
        requireNonNull(name, "name");
        requireNonNull(reversibility, "reversibility");
        touches = List.copyOf(touches);
        saves = List.copyOf(saves);
        refuseRead(name, apply);
        refuseRead(name, undo);
        refuseRead(name, cancel);
        if (cancel != null && !cancel.terms().repeatable()) {
            throw new IllegalArgumentException("step '" + name + "' is called off by what may not be repeated");
        }
    }

    public static Step step(String name) {
        return new Step(
                name, List.of(), null, null, null, null, List.of(), new Reversibility.Exact(""), false, false, null);
    }

    public Step touches(Asset... assets) {
        return new Step(
                name,
                List.of(assets),
                apply,
                cancel,
                undo,
                check,
                saves,
                reversibility,
                temporary,
                optional,
                releasedAfter);
    }

    public Step apply(Operation operation) {
        return new Step(
                name,
                touches,
                operation,
                cancel,
                undo,
                check,
                saves,
                reversibility,
                temporary,
                optional,
                releasedAfter);
    }

    public Step cancel(Operation operation) {
        return new Step(
                name, touches, apply, operation, undo, check, saves, reversibility, temporary, optional, releasedAfter);
    }

    public Step undo(Operation operation) {
        return new Step(
                name,
                touches,
                apply,
                cancel,
                operation,
                check,
                saves,
                reversibility,
                temporary,
                optional,
                releasedAfter);
    }

    public Step check(Check look) {
        return new Step(
                name, touches, apply, cancel, undo, look, saves, reversibility, temporary, optional, releasedAfter);
    }

    /** Keeps, from what the check saw, what stands at {@code pointer}. */
    public Step save(String saved, String pointer) {
        var more = Stream.concat(saves.stream(), Stream.of(Save.fromCheck(saved, pointer)))
                .toList();
        return new Step(
                name, touches, apply, cancel, undo, check, more, reversibility, temporary, optional, releasedAfter);
    }

    /** Undone with something else, exactly. */
    public Step exact(String how) {
        return with(new Reversibility.Exact(how));
    }

    public Step partial(String lost) {
        return with(new Reversibility.Partial(lost));
    }

    public Step none(String why) {
        return with(new Reversibility.None(why));
    }

    public Step asTemporary() {
        return new Step(name, touches, apply, cancel, undo, check, saves, reversibility, true, optional, releasedAfter);
    }

    public Step asOptional() {
        return new Step(
                name, touches, apply, cancel, undo, check, saves, reversibility, temporary, true, releasedAfter);
    }

    /** The platform itself takes the effect back after this time. */
    public Step releasedAfter(Duration time) {
        return new Step(name, touches, apply, cancel, undo, check, saves, reversibility, temporary, optional, time);
    }

    /** It changes nothing: it proves, or it waits at a gate. */
    public boolean isProof() {
        return apply == null && undo == null;
    }

    @Override
    public List<Step> steps() {
        return List.of(this);
    }

    void refuseEmpty() {
        if (apply == null && undo == null && check == null && cancel == null) {
            throw new IllegalArgumentException("step '" + name + "' does nothing");
        }
        if (apply != null && undo == null && reversibility instanceof Reversibility.Exact(var how) && how.isEmpty()) {
            throw new IllegalArgumentException("step '" + name + "' must say what becomes of it when it is undone");
        }
    }

    private Step with(Reversibility said) {
        return new Step(name, touches, apply, cancel, undo, check, saves, said, temporary, optional, releasedAfter);
    }

    private static void refuseRead(String name, @Nullable Operation operation) {
        if (operation != null && operation.terms().read()) {
            throw new IllegalArgumentException("step '" + name + "' acts by a read");
        }
    }
}
