package dev.cordon.transport.sql;

import static dev.cordon.operation.SqlTransaction.Statement.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.action.PlatformName;
import dev.cordon.document.SecretRef;
import dev.cordon.lab.postgresql.EmbeddedServer;
import dev.cordon.lab.postgresql.Server;
import dev.cordon.operation.Answer;
import dev.cordon.operation.SqlTransaction;
import dev.cordon.operation.SqlTransaction.Statement;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcTransportTest {

    private static final PlatformName DB = new PlatformName("db");

    @TempDir
    static Path home;

    private static Server server;

    @BeforeAll
    static void start() throws SQLException {
        server = EmbeddedServer.start(home);
        try (var admin = server.connect("postgres");
                var statement = admin.createStatement()) {
            statement.execute("CREATE TABLE note (id int PRIMARY KEY, what text)");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_read_gives_its_rows_with_numbers_truth_values_and_json_as_such() throws Exception {
        var answer = ok(read(statement("SELECT 7 AS n, true AS yes, NULL AS none, ?::text AS said, '[1]'::json AS list")
                .values(Value.of("it's"))));

        assertThat(answer)
                .isEqualTo("{\"rows\":[{\"n\":7,\"yes\":true,\"none\":null,\"said\":\"it's\",\"list\":[1]}],"
                        + "\"n\":1,\"updated\":0}");
    }

    @Test
    void a_read_cannot_write() throws Exception {
        var answer = transport().run(read(statement("INSERT INTO public.note VALUES (1, 'x')")));

        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(((Answer.Rejected) answer).code()).isEqualTo("25006");
    }

    @Test
    void a_transaction_is_all_or_nothing() throws Exception {
        var insert = statement("INSERT INTO public.note VALUES (2, 'x')");

        var answer = transport().run(write(insert, insert));

        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(ok(read(statement("SELECT count(*) AS n FROM public.note WHERE id = 2"))))
                .contains("{\"n\":0}");
    }

    @Test
    void a_port_where_nobody_listens_is_unreachable_and_says_so_in_one_line() throws Exception {
        var nowhere = new SqlServer("127.0.0.1", 1, "x", Optional.empty(), Map.of());

        var answer = new JdbcTransport(nowhere, Map.of(), Clock.systemUTC()).run(read(statement("SELECT 1")));

        assertThat(answer).isInstanceOf(Answer.Unreachable.class);
        assertThat(answer.inWords()).contains("refused").hasLineCount(1);
    }

    @Test
    void a_command_works_when_pasted_whatever_the_names_are() throws Exception {
        var psql = Path.of("/usr/bin/psql");
        assumeTrue(Files.isExecutable(psql), "psql is not installed: apt-get install postgresql-client");
        var hostile = "it's\nSQL\ntouch /tmp/pasted $(id) \\! id ${x} \"q\"";
        var make = write(
                statement("CREATE TABLE public.%I (id int)").names(hostile),
                statement("INSERT INTO public.note VALUES (3, ?)").values(Value.of(hostile)));

        var pasted = pasted(transport().render(make));

        assertThat(pasted).contains("COMMIT");
        assertThat(ok(read(statement("SELECT count(*) AS n FROM pg_class WHERE relname = ?")
                        .values(Value.of(hostile)))))
                .contains("{\"n\":1}");
        assertThat(ok(read(statement("SELECT count(*) AS n FROM public.note WHERE what = ?")
                        .values(Value.of(hostile)))))
                .contains("{\"n\":1}");
        assertThat(transport().render(make)).doesNotContain(server.password());
    }

    private static String pasted(String command) throws Exception {
        var shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
        shell.environment().put("PGPASSWORD", server.password());
        var process = shell.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static SqlTransaction read(Statement... statements) {
        return new SqlTransaction(Terms.read(DB), "postgres", List.of(statements));
    }

    private static SqlTransaction write(Statement... statements) {
        return new SqlTransaction(Terms.write(DB), "postgres", List.of(statements));
    }

    private static String ok(SqlTransaction transaction) throws InterruptedException {
        var answer = transport().run(transaction);
        assertThat(answer).as(answer.inWords()).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok) answer).body().toString();
    }

    private static JdbcTransport transport() {
        var at = new SqlServer(
                "127.0.0.1", server.port(), Server.ADMIN, Optional.of(SecretRef.parse("env:PW")), Map.of());
        return new JdbcTransport(at, Map.of("PW", server.password()), Clock.systemUTC());
    }
}
