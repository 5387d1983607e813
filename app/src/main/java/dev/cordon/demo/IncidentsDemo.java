package dev.cordon.demo;

import dev.cordon.cli.Demo;
import dev.cordon.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Contains two staged incidents, one that is taken back and one that cannot be. Everything that it says was observed;
 * what should have been otherwise is marked, and ends the demo as failed.
 */
public final class IncidentsDemo implements Demo {

    @Override
    public ExitCode run(Consumer<String> say) throws InterruptedException {
        var witness = new Witness(say);
        try (var folder = new TemporaryFolder("cordon-demo-")) {
            DatabaseIncident.play(witness, folder.inside("database"));
            ProcessIncident.play(witness, folder.inside("process"));
        } catch (IOException e) {
            throw new UncheckedIOException("the demo could not use its temporary folder", e);
        }
        witness.line("");
        witness.line(
                witness.content()
                        ? "Done: both were contained and proven. Nothing is left running, and no file is left."
                        : "The demo failed: see what is marked as WRONG.");
        return witness.content() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
