package dev.cordon.cli;

import dev.cordon.report.RunRecord;
import dev.cordon.report.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    ReportCommand(Workplace workplace, GlobalOptions options) {
        this.workplace = workplace;
        this.options = options;
    }

    @Override
    public Ending run() {
        try (var platforms = workplace.platformsToShow();
                var data = workplace.dataToRead()) {
            var state = RunChoice.of(run, data.journal()).run();
            var record = RunRecord.of(data.journal(), state.id()).orElseThrow();
            new InterruptedRuns(workplace).name(data);
            var report = new RunReport(workplace.rendering(platforms));
            var now = workplace.surroundings().pace().now();
            var json = report.json(record, now);
            var asJson = format == Format.json || options.json();
            var text = asJson ? Harmless.json(json.toPrettyString()) : report.markdown(record, now);
            return new Ending.Result(ExitCode.DONE, text, json);
        }
    }
}
