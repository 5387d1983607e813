package dev.cordon.cli;

import dev.cordon.journal.RunState;
import dev.cordon.journal.Store;
import dev.cordon.report.Audited;
import dev.cordon.report.StatusJson;
import dev.cordon.report.StatusText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says where the runs stand, or one of them in detail, by the journal alone. */
@Command(name = "status", description = "Lists the runs, or says where one stands and why. Reads only the journal.")
final class StatusCommand implements Task {

    private final Workplace workplace;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "The run to tell of; all of them where left out.")
    private Optional<String> run = Optional.empty();

    StatusCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() {
        try (var data = workplace.dataToRead()) {
            var ending = run.isPresent() ? one(run.get(), data) : all(data);
            new InterruptedRuns(workplace).name(data);
            return ending;
        }
    }

    private Ending one(String word, Store data) {
        var state = RunChoice.of(word, data.journal()).run();
        var record = Audited.chainOf(data.journal(), state.id());
        record.warning().ifPresent(workplace.console()::note);
        var now = workplace.surroundings().pace().now();
        new Unrevealed(workplace.console()).name(data, state.id());
        var json = new StatusJson(now).run(state);
        json.set("journal", record.chainJson());
        return new Ending.Result(ExitCode.DONE, new StatusText(now).run(state), json);
    }

    private Ending all(Store data) {
        var runs = states(data);
        var now = workplace.surroundings().pace().now();
        return new Ending.Result(ExitCode.DONE, new StatusText(now).runs(runs), new StatusJson(now).runs(runs));
    }

    private static List<RunState> states(Store data) {
        return data.journal().runs().stream()
                .flatMap(id -> RunState.fold(data.journal().read(id)).stream())
                .toList();
    }
}
