package dev.cordon.lab.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cordon.execution.Pace;
import dev.cordon.lab.laws.CutOff.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** Law 5 with a real process, which SIGKILL ends at a call; one random point, or all with {@code -Pcrash}. */
record KilledProcess(LawCase law, Path folder, Supplier<Pace> paces) {

    private static final long SEED = Long.getLong("cordon.seed", System.nanoTime());
    private static final long PATIENCE_SECONDS = 60;

    DynamicNode points() {
        return dynamicContainer(law.name(), Stream.of(this).flatMap(KilledProcess::tests));
    }

    private Stream<DynamicNode> tests() {
        var all = new CutOff(law, folder, paces).points();
        var chosen = "all".equals(System.getProperty("cordon.crash"))
                ? all
                : List.of(all.get(new Random(SEED).nextInt(all.size())));
        return chosen.stream().map(point -> dynamicTest(point + ", seed " + SEED, () -> holds(point)));
    }

    private void holds(Point point) throws Exception {
        var data = Files.createTempDirectory(folder, "data");
        law.reset();
        var before = law.trueState();
        var child = start(point, data);
        try (var out = child.inputReader()) {
            var line = out.readLine();
            assertThat(line).as("what the child said at the point").isIn(LawChild.AT_THE_POINT, LawChild.NO_SUCH_CALL);
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("the child is dead")
                .isTrue();
        new CutOff(law, folder, paces).goesOn(point, data, before);
    }

    private Process start(Point point, Path data) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        law.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                LawChild.class.getName(),
                law.getClass().getName(),
                law.name(),
                data.toString(),
                Boolean.toString(point.undo()),
                Integer.toString(point.number()),
                Boolean.toString(point.after())));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
