package dev.cordon.lab.laws;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The suite itself, on a platform that is nothing but files. */
class ScriptedLawsTest extends ConnectorLaws {

    @TempDir
    Path world;

    @BeforeEach
    void newWorld() {
        ScriptedCase.folder(world);
    }

    @Override
    protected List<LawCase> cases() {
        return List.of(new ScriptedCase("honest"), new ScriptedCase(ScriptedCase.SIDE_BY_SIDE));
    }
}
