package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import java.util.ServiceLoader;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.JsonNodeFactory;

/** Runs the {@link Demo} that is on the class path. */
@Command(
        name = "demo",
        description = "Contains a small staged incident on an embedded database, and takes it back. Needs nothing.")
final class DemoCommand implements Task {

    private static final String LACKING = "what the demo needs is not on the class path: start it as ./cordon demo";

    private final Workplace workplace;

    DemoCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() throws InterruptedException {
        var demo = ServiceLoader.load(Demo.class).findFirst().orElseThrow(() -> new Stopped(ExitCode.REFUSED, LACKING));
        var code = run(demo);
        var json =
                JsonNodeFactory.instance.objectNode().put("demo", code.words()).put("exit_code", code.number());
        return new Ending.Result(code, "", json);
    }

    private ExitCode run(Demo demo) throws InterruptedException {
        try {
            return demo.run(workplace.console()::show);
        } catch (NoClassDefFoundError e) {
            throw new Stopped(Ending.Trouble.of(ExitCode.REFUSED, LACKING), e);
        }
    }
}
