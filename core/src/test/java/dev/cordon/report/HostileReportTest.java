package dev.cordon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.execution.Platforms;
import dev.cordon.journal.Event;
import dev.cordon.journal.Status;
import dev.cordon.journal.Verification;
import dev.cordon.paper.PaperPlan;
import dev.cordon.paper.PaperRun;
import dev.cordon.paper.PaperType;
import dev.cordon.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a name or a note from outside holds, reports have the lines that Cordon wrote and no others. */
class HostileReportTest {

    private final Rendering rendering = new Rendering(new Platforms(List.of()), List.of(new PaperType("paper")));

    @Property(tries = 300)
    void a_hostile_text_forges_no_heading_list_table_or_fence(@ForAll("hostile") String text) {
        var tame = openings(report("tame"));

        var hostile = openings(report(text));

        assertThat(hostile).isEqualTo(tame);
    }

    @Property(tries = 300)
    void a_hostile_text_begins_no_line_of_a_plan_or_a_status_and_steers_no_terminal(@ForAll("hostile") String text) {
        var state = run(text).state();

        var shown = new PlanText(rendering).of(state.plan())
                + new StatusText(PaperRun.START).run(state)
                + new StatusText(PaperRun.START).runs(List.of(state));

        assertThat(shown.codePoints().filter(point -> point != '\n')).noneMatch(Character::isISOControl);
        assertThat(shown.lines()).noneMatch(line -> line.startsWith("#") || line.startsWith("FORGED"));
    }

    private String report(String text) {
        var run = run(text);
        var record = new RunRecord(run.state(), run.entries(), new Verification.Broken(1, text));
        return new RunReport(rendering).markdown(record, PaperRun.START)
                + new ExecutiveSummary(record, PaperRun.START).markdown();
    }

    private static PaperRun run(String text) {
        var plan = Plan.nothingToDo().note(text);
        var action = PaperPlan.action("a", PaperPlan.BLOCK, PaperPlan.EDGE, null, text, "{}", "{}", plan);
        return new PaperRun(PaperPlan.playbook(text, action), text)
                .add(new Event.Undoing(action.id(), text))
                .add(new Event.Stands(action.id(), Status.FAILED, text))
                .add(new Event.Noted(action.id(), Status.COMPLETED, text, text));
    }

    /** How the lines outside of fenced blocks begin, up to the span that holds text from outside. */
    private static List<String> openings(String markdown) {
        var openings = new ArrayList<String>();
        var fence = "";
        for (var line : markdown.lines().toList()) {
            if (!fence.isEmpty()) {
                fence = line.equals(fence) ? "" : fence;
            } else if (line.startsWith("```")) {
                fence = line.replaceFirst("[^`].*", "");
            } else {
                openings.add(line.replaceFirst("`.*", ""));
            }
        }
        return openings;
    }

    @Provide
    static Arbitrary<String> hostile() {
        var pieces = Arbitraries.of(
                "\n",
                "\r",
                "# FORGED",
                "FORGED",
                "```",
                "`",
                "| a | b |",
                "|---|---|",
                "- x",
                "[a](http://evil.example)",
                "http://evil.example",
                "<script>",
                "\u001b[2J",
                "\u2028",
                "\u202e",
                "\\",
                "**",
                "    ",
                "$(id)",
                "===");
        return pieces.list().ofMinSize(1).ofMaxSize(10).map(parts -> "x" + String.join("", parts));
    }
}
