package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.cli.Ending.Trouble;
import dev.cordon.configuration.Configuration;
import dev.cordon.document.Problem;
import dev.cordon.document.Reading;
import dev.cordon.execution.Candidates;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Platforms;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.playbook.Playbook;
import java.util.ArrayList;
import java.util.List;

/** From words to a plan: what {@code plan} and {@code apply} have in common. Sends nothing but reads. */
record DrawUp(Workplace workplace) {

    /** What was asked, and on what it can be done. */
    record Asked(Playbook playbook, Configuration configuration) {}

    /**
     * Reads the playbook and the configuration, and tells the mistakes of both at once.
     *
     * @throws Stopped where there are any
     */
    Asked read(PlaybookWords words, List<String> arguments) {
        var surroundings = workplace.surroundings();
        var playbook = words.read(surroundings, arguments);
        var configuration = workplace.configurationPlace().read(surroundings.types());
        if (playbook instanceof Reading.Read<Playbook>(var asked)
                && configuration instanceof Reading.Read<Configuration>(var configured)) {
            return new Asked(asked, configured);
        }
        var problems = new ArrayList<Problem>();
        if (playbook instanceof Reading.Wrong<Playbook>(var wrong)) {
            problems.addAll(wrong);
        }
        if (configuration instanceof Reading.Wrong<Configuration>(var wrong)) {
            problems.addAll(wrong);
        }
        throw new Stopped(Trouble.badInput(problems));
    }

    /** @throws Stopped where an action of it cannot be carried out; all of them are told */
    PlannedPlaybook plan(Playbook playbook, Platforms platforms, boolean offline) {
        var candidates = new Candidates(platforms, workplace.surroundings().types());
        var pace = workplace.surroundings().pace();
        var planner = offline ? Planner.offline(candidates, pace) : Planner.online(candidates, pace);
        return switch (planner.plan(playbook)) {
            case Planner.Result.Planned(var plan) -> plan;
            case Planner.Result.Refused(var refusals) -> throw new Stopped(refused(playbook, refusals));
        };
    }

    private Trouble refused(Playbook playbook, List<Planner.Refusal> refusals) {
        var lines = new ArrayList<>(refusals.stream()
                .map(refusal -> Harmless.line("refused: " + refusal))
                .toList());
        var place = workplace.configurationPlace();
        if (place.isMissing() && couldBeCarried(playbook)) {
            lines.add(place.missing());
        }
        return Trouble.of(ExitCode.REFUSED, lines);
    }

    private boolean couldBeCarried(Playbook playbook) {
        return playbook.actions().stream()
                .map(action -> action.request().kind())
                .anyMatch(kind -> workplace.surroundings().types().stream()
                        .anyMatch(type -> type.carries().contains(kind)));
    }
}
