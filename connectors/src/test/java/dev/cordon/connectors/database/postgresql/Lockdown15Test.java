package dev.cordon.connectors.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.action.LockdownDatabase.LockdownLevel;
import dev.cordon.lab.postgresql.DebianServer;
import dev.cordon.lab.postgresql.Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Lockdown15Test extends LockdownTests {

    @TempDir
    static Path home;

    private static Server server;

    @BeforeAll
    static void start() {
        assumeTrue(
                DebianServer.missing().isEmpty(), () -> DebianServer.missing().orElseThrow());
        server = DebianServer.start(home);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Server server() {
        return server;
    }

    @ParameterizedTest
    @EnumSource
    void a_dump_is_the_same_text_before_and_after(LockdownLevel level) throws Exception {
        var before = dumped();

        responder.rolledBack(responder.applied(Responder.lockdown(level, List.of("mallory"), List.of())));

        assertThat(dumped()).isEqualTo(before);
    }

    private static String dumped() throws Exception {
        return run("pg_dump", "--create", "--schema-only", "shop") + run("pg_dumpall", "--globals-only");
    }

    /** Without the line that holds a new random key each time. */
    private static String run(String program, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(DebianServer.program(program).toString()));
        command.addAll(List.of("-h", "127.0.0.1", "-p", String.valueOf(server.port()), "-U", Server.ADMIN));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", server.password());
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text.lines()
                .filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
                .collect(Collectors.joining("\n"));
    }
}
