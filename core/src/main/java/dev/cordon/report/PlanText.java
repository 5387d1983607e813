package dev.cordon.report;

import dev.cordon.document.Printable;
import dev.cordon.plan.Each;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.policy.BlastRadius;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan as a responder reads it on a terminal before applying it: what is touched, what each step does, how it is
 * verified and how it is undone. Pure; nothing is asked of a platform.
 *
 * @param commands each operation in full, as a command that can be pasted; else only the heart of it, cut where it is
 *     long
 */
public record PlanText(Rendering rendering, boolean commands) {

    /** With the heart of each operation. */
    public PlanText(Rendering rendering) {
        this(rendering, false);
    }

    /** Ends with the command that applies exactly this plan. */
    public String of(PlannedPlaybook plan) {
        var digest = plan.digest();
        var sheet = actions(plan);
        if (!commands) {
            sheet.line(0, "The commands in full, as they can be pasted: cordon plan … --commands")
                    .blank();
        }
        return sheet.line(0, "Nothing has been changed. To apply exactly this plan:")
                .blank()
                .command(2, "", "cordon apply --digest " + digest)
                .toString();
    }

    /** For whoever is about to apply it. */
    public String toApply(PlannedPlaybook plan) {
        return actions(plan).line(0, "Nothing has been changed yet.").toString();
    }

    /** Of a plan that was drawn up without any connection, so it cannot be applied as it is. */
    public String offline(PlannedPlaybook plan) {
        return actions(plan)
                .line(
                        0,
                        "Drawn up offline, from assumed facts: nothing was read, and nothing has been changed."
                                + " Plan again without --offline to get a plan that can be applied.")
                .toString();
    }

    private Sheet actions(PlannedPlaybook plan) {
        var sheet = new Sheet();
        header(sheet, plan);
        var number = 0;
        for (var action : plan.actions()) {
            number++;
            action(sheet.blank(), number, action);
        }
        return sheet.blank();
    }

    private static void header(Sheet sheet, PlannedPlaybook plan) {
        var touches = plan.actions().stream()
                .flatMap(action -> action.plan().touches().stream())
                .distinct()
                .toList();
        sheet.line(0, "Plan " + plan.digest())
                .labelled(2, "incident   ", plan.incidentId() + ", " + plan.name())
                .labelled(2, "analyst    ", plan.analyst())
                .labelled(2, "drawn up   ", Times.shown(plan.createdAt()))
                .labelled(2, "on failure ", plan.onFailure().word() + ": " + meaning(plan.onFailure()))
                .labelled(2, "touches    ", Wording.touched(touches));
        var reached = BlastRadius.of(touches).inWords();
        if (!reached.isEmpty()) {
            sheet.labelled(2, "reaches    ", reached);
        }
    }

    private static String meaning(FailurePolicy policy) {
        return switch (policy) {
            case STOP -> "no further action begins, what was done stays";
            case CONTINUE -> "the other actions go on, but for those that come after the failed one";
            case ROLLBACK -> "the failed action is undone, no further action begins";
            case ROLLBACK_ALL -> "no further action begins, everything is undone that can be, the last first";
        };
    }

    private void action(Sheet sheet, int number, PlannedAction action) {
        var asked = Asked.of(action);
        sheet.line(0, number + ". " + action.action() + " " + Printable.of(asked.target()) + " on " + action.on())
                .labelled(3, "id        ", action.id() + after(action))
                .labelled(3, "platform  ", action.on() + " (" + action.platformType() + ")")
                .labelled(3, "target    ", action.resolved())
                .labelled(3, "reason    ", asked.reason())
                .labelled(3, "touches   ", Wording.touched(action.plan().touches()) + later(action.plan()))
                .labelled(3, "undo      ", Reversal.of(action).inWords())
                .labelled(3, "ends      ", ends(action))
                .labelled(3, "watched   ", watched(action));
        Unbound.of(action).forEach(seen -> sheet.labelled(3, "seen now  ", seen.inWords() + " (shown, not bound)"));
        action.plan().notes().forEach(note -> sheet.labelled(3, "note      ", note));
        if (action.plan().isEmpty()) {
            sheet.labelled(3, "steps     ", "none: the effect is in force already, and stays when this is undone");
        }
        new StepText(sheet, rendering, commands, action).parts();
    }

    private static String later(Plan plan) {
        return plan.parts().stream()
                .flatMap(part -> part instanceof Each each ? Stream.of(each) : Stream.of())
                .map(each -> "; and each " + each.assetKind() + " found when its turn comes, at most " + each.atMost())
                .collect(Collectors.joining());
    }

    private static String after(PlannedAction action) {
        var first = action.after().stream().map(Object::toString).toList();
        return first.isEmpty() ? "" : ", after " + String.join(", ", first);
    }

    /** Only what is not usual. */
    private static String watched(PlannedAction action) {
        var watch = action.watch();
        if (action.watched() == null) {
            return "";
        }
        var every = watch.every();
        return every == null
                ? "never: nobody notices when somebody undoes it"
                : "every " + Wording.time(every) + (watch.reapply() ? "; applied again where somebody undid it" : "");
    }

    private static String ends(PlannedAction action) {
        return action.releasedAfter()
                .map(time -> Wording.time(time) + " after it took effect, by the platform's own timeout")
                .or(() -> action.lasts()
                        .map(time -> Wording.time(time) + " after it is in force: 'cordon work' undoes it"))
                .orElse("");
    }
}
