package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.execution.Reveal;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** Shows the passwords that were made for an action to the person at the terminal, once. Sends nothing. */
@Command(
        name = "reveal",
        description = {
            "Shows the passwords that Cordon made for an action, once, and records who saw them. Sends nothing.",
            "Afterwards Cordon does not have them any more."
        })
final class RevealCommand implements Task {

    private final Workplace workplace;
    private final GlobalOptions options;

    @Parameters(paramLabel = "RUN|ACTION", description = "A run with one action, an action, or RUN/ACTION.")
    private String what = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Shows them without asking first.")
    private boolean yes;

    RevealCommand(Workplace workplace, GlobalOptions options) {
        this.workplace = workplace;
        this.options = options;
    }

    @Override
    public Ending run() throws InterruptedException {
        var approval = new Approval(workplace.console(), yes);
        mustBeText();
        approval.mustBePossible("show them with --yes");
        approval.ask("Show the secrets now, once?", "they stay sealed");
        try (var platforms = workplace.platforms();
                var data = workplace.dataToWrite()) {
            var choice = RunChoice.of(what, data.journal());
            var sealed = data.sealed(platforms.sealing());
            var clock = workplace.surroundings().pace().clock();
            new Reveal(data.journal(), sealed, clock)
                    .to(workplace.surroundings().user(), choice.run().id(), choice.onlyAction(), this::show)
                    .ifPresent(why -> {
                        throw new Stopped(ExitCode.REFUSED, why);
                    });
        }
        return new Ending.Result(ExitCode.DONE, "", JsonNodeFactory.instance.objectNode());
    }

    /** A document is kept by programs, and what it holds is read by many. */
    private void mustBeText() {
        if (options.json()) {
            throw new Stopped(ExitCode.BAD_INPUT, "a secret is shown to a person and not put into a document");
        }
    }

    /** On the terminal's own output, past everything that is kept of it. */
    private void show(Map<String, String> secrets) {
        var out = workplace.surroundings().terminal().out();
        secrets.forEach((name, secret) -> out.println(Harmless.text(name) + ": " + secret));
        out.flush();
    }
}
