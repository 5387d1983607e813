package dev.cordon.cli;

import dev.cordon.report.ExecutiveSummary;
import dev.cordon.report.RunRecord;
import dev.cordon.report.RunReport;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Tells what a run did, from the journal alone. */
@Command(
        name = "report",
        description = "Tells what a run did, saw and left in force, with times, from the journal alone.")
final class ReportCommand implements Task {

    /** What the report is written in. */
    enum Format {
        md,
        json
    }

    private final Workplace workplace;
    private final GlobalOptions options;

    @Parameters(paramLabel = "RUN", description = "The run to tell of.")
    private String run = "";

    @Option(names = "--format", paramLabel = "md|json", description = "Markdown (the default) or JSON.")
    private Format format = Format.md;

    @Option(names = "--executive", description = "One page in plain words: what was contained, what is open.")
    private boolean executive;

    ReportCommand(Workplace workplace, GlobalOptions options) {
        this.workplace = workplace;
        this.options = options;
    }

    @Override
    public Ending run() {
        try (var data = workplace.dataToRead()) {
            var state = RunChoice.of(run, data.journal()).run();
            var record = RunRecord.of(data.journal(), state.id()).orElseThrow();
            new InterruptedRuns(workplace).name(data);
            return executive ? summary(record) : report(record);
        }
    }

    private Ending summary(RunRecord record) {
        var summary =
                new ExecutiveSummary(record, workplace.surroundings().pace().now());
        return ending(summary.toJson(), summary::markdown);
    }

    private Ending report(RunRecord record) {
        try (var platforms = workplace.platformsToShow()) {
            var report = new RunReport(workplace.rendering(platforms));
            var now = workplace.surroundings().pace().now();
            return ending(report.json(record, now), () -> report.markdown(record, now));
        }
    }

    private Ending ending(ObjectNode json, Supplier<String> markdown) {
        var asJson = format == Format.json || options.json();
        return new Ending.Result(ExitCode.DONE, asJson ? Harmless.json(json.toPrettyString()) : markdown.get(), json);
    }
}
