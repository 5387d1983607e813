package dev.cordon.report;

import dev.cordon.operation.Operation;
import dev.cordon.plan.Check;
import dev.cordon.plan.Each;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Read;
import dev.cordon.plan.Stage;
import dev.cordon.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the steps of one action onto a sheet: stage by stage, what is done, how it is verified, how it is undone.
 *
 * @param commands every command in full; else its heart, and of a look only what it expects
 */
record StepText(Sheet sheet, Rendering rendering, boolean commands, PlannedAction action) {

    private static final String BELOW = "        ";

    void parts() {
        var number = 0;
        for (var stage : action.plan().stages()) {
            number++;
            stage(number, stage);
        }
    }

    private void stage(int number, Stage stage) {
        var many = stage.parts().size() > 1;
        for (var part : stage.parts()) {
            switch (part) {
                case Step step -> step(3, "step " + number + ": ", step, many);
                case Each each -> each(number, each, many);
            }
        }
    }

    private void step(int indent, String label, Step step, boolean sideBySide) {
        sheet.blank().labelled(indent, label, Wording.title(step) + marks(step, sideBySide));
        var inner = indent + 2;
        command(inner, "do      ", step.apply());
        var check = step.check();
        if (check != null) {
            check(inner, check);
        }
        command(inner, "cancel  ", step.cancel());
        command(inner, "undo    ", step.undo());
        if (!step.isProof()) {
            sheet.labelled(inner, "undo is ", step.reversibility().inWords());
        }
    }

    private static String marks(Step step, boolean sideBySide) {
        var marks = new ArrayList<String>();
        add(marks, sideBySide, "side by side with its stage");
        add(marks, step.isProof(), "changes nothing");
        add(marks, step.apply() == null && step.undo() != null, "acts only when this is undone");
        add(marks, step.temporary(), "temporary, undone at the end of apply");
        add(marks, step.optional(), "optional, failing is a note");
        var released = step.releasedAfter();
        if (released != null) {
            marks.add("the platform itself releases it after " + Wording.time(released));
        }
        return marks.isEmpty() ? "" : " [" + String.join("; ", marks) + "]";
    }

    private static void add(List<String> marks, boolean holds, String mark) {
        if (holds) {
            marks.add(mark);
        }
    }

    private void check(int indent, Check check) {
        look(indent, "verify  ", check.read(), expectation(check));
    }

    private void look(int indent, String label, Read read, String expected) {
        sheet.labelled(indent, label, expected);
        if (commands) {
            command(indent, "by      ", read.operation());
        }
    }

    private String expectation(Check check) {
        var tests =
                check.confirmed().stream().map(Wording::test).collect(Collectors.joining(" and ")) + view(check.read());
        var words = check.words();
        var inBrief = words == null ? tests : words;
        var expected = commands && words != null ? words + ": " + tests : inBrief;
        var times = new ArrayList<String>();
        if (!check.settles().isZero()) {
            times.add("shows after at most " + Wording.time(check.settles()));
        }
        if (check.mayBePending()) {
            times.add("may be pending for " + Wording.time(check.within()));
        }
        if (!check.holds().isZero()) {
            times.add("must stay for " + Wording.time(check.holds()));
        }
        return times.isEmpty() ? expected : expected + "; " + String.join("; ", times);
    }

    private static String view(Read read) {
        var view = read.view();
        return view == null ? "" : ", seen through " + view.name();
    }

    private void each(int number, Each each, boolean sideBySide) {
        var mark = sideBySide ? " [side by side with its stage]" : "";
        sheet.blank().labelled(3, "step " + number + ": ", Wording.title(each) + mark);
        var again = each.holds().isZero() ? "" : " for " + Wording.time(each.holds());
        look(
                5,
                "find    ",
                each.find(),
                "members at " + each.members().value() + view(each.find()) + ", each named by "
                        + each.key().value() + "; found again until none is new" + again
                        + "; more than " + each.atMost() + ": it stops and asks"
                        + upkeep(each));
        each.steps().forEach(step -> step(5, "for each: ", step, false));
    }

    private static String upkeep(Each each) {
        var upkeep = each.upkeep();
        return upkeep == null
                ? ""
                : "; while it is in force found again every " + Wording.time(upkeep.every())
                        + (upkeep.follow() ? ", and undone for those not found any more" : "");
    }

    private void command(int indent, String label, @Nullable Operation operation) {
        if (operation != null) {
            sheet.command(indent, label, commands ? rendering.command(action, operation) : heart(indent, operation));
        }
    }

    /** One line below the other. */
    private String heart(int indent, Operation operation) {
        var between = "\n" + " ".repeat(indent + BELOW.length());
        return String.join(between, new Heart(rendering, action).of(operation));
    }
}
