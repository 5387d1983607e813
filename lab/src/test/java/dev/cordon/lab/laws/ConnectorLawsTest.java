package dev.cordon.lab.laws;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite that cannot fail proves nothing: each law is broken on purpose, and says so. */
class ConnectorLawsTest {

    @TempDir
    Path folder;

    @TempDir
    Path world;

    @BeforeEach
    void newWorld() {
        ScriptedCase.folder(world);
    }

    @Test
    void an_undo_that_does_nothing_breaks_law_4() {
        breaks("undo forgets", ConnectorLaws::law_4_undo_restores);
    }

    @Test
    void an_undo_that_leaves_something_breaks_law_4() {
        breaks("undo leaves something", ConnectorLaws::law_4_undo_restores);
    }

    @Test
    void a_check_that_is_always_content_breaks_law_2() {
        breaks("check is always content", ConnectorLaws::law_2_checks_tell_the_truth_before_and_after);
    }

    @Test
    void an_undo_that_does_nothing_breaks_law_5() {
        breaks("undo forgets", ConnectorLaws::law_5_wherever_the_engine_stops_a_new_one_goes_on);
    }

    @Test
    void an_honest_connector_breaks_none() {
        assertThatCode(() -> run("honest", ConnectorLaws::law_4_undo_restores)).doesNotThrowAnyException();
        assertThatCode(() -> run("honest", ConnectorLaws::law_2_checks_tell_the_truth_before_and_after))
                .doesNotThrowAnyException();
    }

    private void breaks(String name, Function<ConnectorLaws, Stream<? extends DynamicNode>> law) {
        assertThatThrownBy(() -> run(name, law)).isInstanceOfAny(AssertionError.class, IllegalStateException.class);
    }

    private void run(String name, Function<ConnectorLaws, Stream<? extends DynamicNode>> law) throws Throwable {
        var laws = new Broken(name);
        laws.folder = folder;
        for (var node : law.apply(laws).toList()) {
            run(node);
        }
    }

    private static void run(DynamicNode node) throws Throwable {
        switch (node) {
            case DynamicTest test -> test.getExecutable().execute();
            case DynamicContainer container -> {
                for (var child : container.getChildren().toList()) {
                    run(child);
                }
            }
            default -> throw new IllegalStateException("no such node: " + node);
        }
    }

    private static final class Broken extends ConnectorLaws {

        private final String name;

        Broken(String name) {
            this.name = name;
        }

        @Override
        protected List<LawCase> cases() {
            return List.of(new ScriptedCase(name));
        }
    }
}
