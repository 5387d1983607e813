package dev.cordon.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.document.SecretRef;
import dev.cordon.lab.host.DebianHost;
import dev.cordon.lab.host.Furnishing;
import dev.cordon.lab.host.NeedsDebianHost;
import dev.cordon.lab.netns.Listener;
import dev.cordon.lab.netns.Tool;
import dev.cordon.operation.Value;
import dev.cordon.transport.local.LocalPrograms;
import dev.cordon.transport.program.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs of a Debian host, by OpenSSH. */
@NeedsDebianHost
class SshProgramsTest {

    private static final long SEED = Long.getLong("cordon.seed", System.nanoTime());

    /** What a shell, base64, a here-document or a line could stumble over. */
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\n",
            "\n\n",
            "\t",
            "\r",
            "-",
            "--",
            "'",
            "\"",
            "`id`",
            "$(id)",
            "${HOME}",
            "\\",
            "*",
            "=",
            ";",
            "&",
            "END_OF_INPUT",
            "\nEND_OF_ARGUMENTS\n",
            "CORDON\n",
            "é",
            "\u202E",
            "\uD83D\uDE00",
            "\u0001",
            "\u007F",
            "x");

    private static DebianHost host;
    private static SshPrograms root;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        host = DebianHost.start(Furnishing.FULL);
        root = programs("root", false, host.knownHosts());
    }

    @AfterAll
    static void close() {
        root.close();
        host.close();
    }

    static Stream<String> hostileTexts() {
        var random = new Random(SEED);
        var made = Stream.generate(() -> random.ints(random.nextInt(1, 12), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .collect(Collectors.joining()))
                .limit(20);
        return Stream.of(Stream.of("", "\n", "-n", "--help", "$'\\x41'", "x".repeat(100_000)), made)
                .flatMap(texts -> texts);
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void arguments_and_input_arrive_as_they_are(String text) throws Exception {
        var printed = root.run(List.of("printf", "[%s]", text, "", text), "");
        var copied = root.run(List.of("cat"), text);

        assertThat(printed).as("seed " + SEED).isEqualTo(new Ran.Ended(0, "[" + text + "][][" + text + "]", ""));
        assertThat(copied).as("seed " + SEED).isEqualTo(new Ran.Ended(0, text, ""));
    }

    @Test
    void output_error_output_and_exit_code_come_back_as_they_are() throws Exception {
        var ran = root.run(List.of("sh", "-c", "cat; echo out; echo err >&2; exit 42"), "in\n");

        assertThat(ran).isEqualTo(new Ran.Ended(42, "in\nout\n", "err\n"));
    }

    @Test
    void a_megabyte_goes_there_and_back() throws Exception {
        var much = "0123456789abcde\n".repeat(1 << 16);

        assertThat(root.run(List.of("cat"), much)).isEqualTo(new Ran.Ended(0, much, ""));
    }

    @Test
    void what_cannot_be_started_has_not_run() throws Exception {
        assertThat(root.run(List.of("no-such-program"), "")).isInstanceOf(Ran.NotStarted.class);
        assertThat(root.run(List.of("true", "a\0b"), "")).isInstanceOf(Ran.NotStarted.class);
        assertThat(root.run(List.of("true", "x".repeat(200_000)), "")).isInstanceOf(Ran.NotStarted.class);
    }

    @Test
    void an_account_becomes_root_by_sudo_and_still_knows_who_called() throws Exception {
        try (var plain = programs(DebianHost.USER, false, host.knownHosts());
                var sudo = programs(DebianHost.USER, true, host.knownHosts())) {
            assertThat(plain.run(List.of("id", "-un"), "")).isEqualTo(new Ran.Ended(0, "cordon\n", ""));
            assertThat(sudo.run(List.of("id", "-un"), "")).isEqualTo(new Ran.Ended(0, "root\n", ""));
            assertThat(text(sudo.run(List.of("printenv", "SSH_CONNECTION"), "")))
                    .matches("\\d+\\.\\d+\\.\\d+\\.\\d+ \\d+ " + host.address() + " 22\n");
        }
    }

    @Test
    void a_host_with_another_key_is_told_nothing_in_one_clear_line() throws Exception {
        var wrong = Files.writeString(
                folder.resolve("wrong"), Files.readString(host.knownHosts()).replaceAll("AAAA\\S+", otherKey()));

        assertRefused(wrong, "the key that it shows is not the one in known_hosts");
        assertRefused(Files.writeString(folder.resolve("empty"), ""), "known_hosts");
    }

    private static void assertRefused(Path knownHosts, String why) throws Exception {
        try (var programs = programs("root", false, knownHosts)) {
            var ran = programs.run(List.of("touch", "/told"), "");

            assertThat(ran).isInstanceOf(Ran.NotLetIn.class);
            assertThat(((Ran.NotLetIn) ran).why().toString()).contains(why).hasLineCount(1);
        }
        assertThat(host.attempt("test", "-e", "/told").exit()).isEqualTo(1);
    }

    @Test
    void an_account_that_may_not_become_root_is_not_let_in() throws Exception {
        host.run("mv", "/etc/sudoers.d", "/etc/sudoers.off");
        try (var sudo = programs(DebianHost.USER, true, host.knownHosts())) {
            assertThat(sudo.run(List.of("true"), "")).isInstanceOf(Ran.NotLetIn.class);
        } finally {
            host.run("mv", "/etc/sudoers.off", "/etc/sudoers.d");
        }
    }

    @Test
    void where_the_connection_is_cut_the_program_goes_on_and_what_came_of_it_is_unknown() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ran = threads.submit(() -> root.run(List.of("sh", "-c", "touch /begun; sleep 2; touch /gone-on"), ""));
            Listener.until(() -> host.attempt("test", "-e", "/begun").exit() == 0);

            host.cutConnections();

            assertThat(ran.get()).isInstanceOf(Ran.Lost.class);
        }
        Listener.until(() -> host.attempt("test", "-e", "/gone-on").exit() == 0);
        assertThat(root.run(List.of("echo", "again"), "")).isEqualTo(new Ran.Ended(0, "again\n", ""));
    }

    @Test
    void what_is_still_on_its_way_when_nobody_answers_runs_nothing_when_it_arrives() throws Exception {
        var _ = root.run(List.of("true"), "");
        host.unplug();
        try {
            assertThat(root.run(List.of("touch", "/late"), "")).isInstanceOf(Ran.Lost.class);
            assertThat(socketsThatStillSend()).isNotEmpty();
        } finally {
            host.plug();
        }
        Listener.until(() -> socketsThatStillSend().isEmpty());

        assertThat(root.run(List.of("test", "-e", "/late"), "")).isEqualTo(new Ran.Ended(1, "", ""));
    }

    private static String socketsThatStillSend() {
        return Tool.output(List.of("ss", "-Htn", "state", "fin-wait-1", "dst", host.address()), "")
                .strip();
    }

    @Test
    void what_writes_for_ever_is_given_up() throws Exception {
        assertThat(root.run(List.of("yes"), "")).isInstanceOf(Ran.Lost.class);

        assertThat(root.run(List.of("echo", "again"), "")).isEqualTo(new Ran.Ended(0, "again\n", ""));
    }

    @Test
    void after_a_renewal_the_next_program_comes_over_a_new_connection() throws Exception {
        var one = text(root.run(List.of("printenv", "SSH_CONNECTION"), ""));
        var same = text(root.run(List.of("printenv", "SSH_CONNECTION"), ""));

        root.renew();
        var next = text(root.run(List.of("printenv", "SSH_CONNECTION"), ""));

        assertThat(same).isEqualTo(one);
        assertThat(next).isNotEqualTo(one);
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void a_rendered_command_says_the_same_to_both_shells(String word) throws Exception {
        var rendered = root.render(
                List.of("printf", "[%s]", word).stream().map(Value::of).toList());
        var locally = rendered.replace("ssh root@" + host.address(), "sh -c");

        assertThat(LocalPrograms.here().run(List.of("sh"), locally)).isEqualTo(new Ran.Ended(0, "[" + word + "]", ""));
    }

    private static SshPrograms programs(String user, boolean sudo, Path knownHosts) {
        var key = new SecretRef.FromFile(host.privateKey());
        var account = new SshAccount(user, key, Optional.empty(), knownHosts, sudo);
        return new SshPrograms(new SshRemote(new SshHost(host.address(), host.port()), account), Map.of());
    }

    private static String otherKey() throws Exception {
        var file = folder.resolve("other");
        var _ = LocalPrograms.here()
                .run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString()), "");
        return Files.readString(Path.of(file + ".pub")).split(" ")[1];
    }

    private static String text(Ran ran) {
        return ran instanceof Ran.Ended(var exit, var stdout, var _) && exit == 0 ? stdout : "no answer: " + ran;
    }
}
