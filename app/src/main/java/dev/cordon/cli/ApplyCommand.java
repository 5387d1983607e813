package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.execution.Platforms;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.report.PlanText;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries a plan out once it is approved: by the person at the terminal, by {@code --yes}, or by naming its digest. */
@Command(
        name = "apply",
        description = {
            "Draws up the plan, shows it, asks, carries it out and verifies it.",
            "Right before each action its facts are read again; when they differ, nothing is changed."
        })
final class ApplyCommand implements Task {

    private final Workplace workplace;

    @Mixin
    private PlaybookWords words = new PlaybookWords();

    @Option(
            names = "--digest",
            paramLabel = "D",
            description = "Takes exactly the plan that 'cordon plan' showed under this digest; that approves it.")
    private Optional<String> digest = Optional.empty();

    @Option(
            names = {"-y", "--yes"},
            description = "Approves beforehand whatever the plan turns out to be.")
    private boolean yes;

    @Option(
            names = "--break-glass",
            paramLabel = "REASON",
            description = "Goes on without the approval of others, because there is no time; marked for review.")
    private Optional<String> breakGlass = Optional.empty();

    ApplyCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() throws InterruptedException {
        if (digest.isPresent() == words.given()) {
            throw new Stopped(
                    ExitCode.BAD_INPUT,
                    "say what to apply: a playbook FILE, or ACTION key=value …, or --digest D; one of them");
        }
        approval().mustBePossible("approve with --yes, or plan first and apply with --digest D");
        return digest.isPresent() ? applyKept(digest.get()) : applyAsked();
    }

    private Ending applyAsked() throws InterruptedException {
        var drawUp = new DrawUp(workplace);
        var asked = drawUp.read(words, workplace.arguments());
        try (var platforms = workplace.open(asked.configuration())) {
            var plan = drawUp.plan(asked.playbook(), platforms, false);
            keep(plan);
            return apply(plan, platforms);
        }
    }

    private void keep(PlannedPlaybook plan) {
        try (var data = workplace.dataForPlans()) {
            new KeptPlans(data).keep(plan);
        }
    }

    private Ending applyKept(String wanted) throws InterruptedException {
        try (var platforms = workplace.platforms()) {
            var plan = kept(wanted);
            new ConfiguredFor(platforms).demand(plan);
            return apply(plan, platforms);
        }
    }

    private PlannedPlaybook kept(String wanted) {
        try (var data = workplace.dataToRead()) {
            return new KeptPlans(data).required(wanted);
        }
    }

    /** The data folder is not held while a person is asked: the worker must be able to go on meanwhile. */
    private Ending apply(PlannedPlaybook plan, Platforms platforms) throws InterruptedException {
        var emergency = breakGlass.map(text -> ReasonWord.of("--break-glass", text));
        workplace.console().show(new PlanText(workplace.rendering(platforms)).toApply(plan));
        approval().ask("Apply this?", "the plan is kept: 'cordon apply --digest " + plan.digest() + "'");
        try (var data = workplace.dataToWrite();
                var work = new RunWork(workplace, platforms, data)) {
            work.settleInterrupted(Optional.empty());
            var run = work.apply(plan, emergency);
            return new RunEnding(workplace, platforms).of(ExitCode.of(run), run);
        }
    }

    private Approval approval() {
        return new Approval(workplace.console(), yes || digest.isPresent());
    }
}
