package dev.cordon.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.PlatformName;
import dev.cordon.document.SecretRef;
import dev.cordon.lab.host.LocalSshd;
import dev.cordon.lab.host.NeedsOpenSsh;
import dev.cordon.operation.Answer;
import dev.cordon.operation.HostScript;
import dev.cordon.operation.Terms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transport against a real OpenSSH, and against what stands in its place. */
@NeedsOpenSsh
final class HostScriptsTest {

    private static final HostScript PROBE = HostScript.of(Terms.read(new PlatformName("linux")), "web1", "probe");

    @TempDir
    Path folder;

    private LocalSshd server;

    @BeforeEach
    void start() {
        server = LocalSshd.start(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HostScripts scripts(Path knownHosts, Path key, int port) {
        var account =
                new SshAccount(LocalSshd.user(), new SecretRef.FromFile(key), Optional.empty(), knownHosts, false);
        return new HostScripts(Map.of("web1", new SshHost(server.address(), port)), account, Map.of());
    }

    private Answer probe(Path knownHosts, Path key, int port) throws InterruptedException {
        try (var scripts = scripts(knownHosts, key, port)) {
            return scripts.run(PROBE);
        }
    }

    @Test
    void a_known_host_answers_with_what_it_is() throws Exception {
        var answer = probe(server.knownHosts(), server.privateKey(), server.port());

        assertThat(answer).isInstanceOf(Answer.Ok.class);
        var body = ((Answer.Ok) answer).body();
        assertThat(body.path("boot").stringValue())
                .isEqualTo(Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                        .strip());
        assertThat(body.path("kernel").stringValue()).startsWith("Linux ");
    }

    @Test
    void a_host_that_is_not_known_is_not_talked_to() throws Exception {
        var nobody = Files.createFile(folder.resolve("nobody"));

        assertThat(probe(nobody, server.privateKey(), server.port()).inWords())
                .contains("not authorized", "no key of this host stands in known_hosts");
        assertThat(server.log()).doesNotContain("Accepted publickey");
    }

    @Test
    void a_host_with_another_key_than_the_known_one_is_not_talked_to() throws Exception {
        var other = Files.writeString(
                folder.resolve("other"),
                Files.readString(server.knownHosts()).split(" ")[0] + " "
                        + Files.readString(folder.resolve("id_ed25519.pub")));

        assertThat(probe(other, server.privateKey(), server.port()).inWords())
                .contains("not authorized", "is not the one in known_hosts");
        assertThat(server.log()).doesNotContain("Accepted publickey");
    }

    @Test
    void a_key_that_the_account_does_not_take_is_one_clear_line() throws Exception {
        assertThat(probe(server.knownHosts(), folder.resolve("host_key"), server.port())
                        .inWords())
                .contains("not authorized", "does not let this account in with this key");
    }

    @Test
    void a_server_that_is_not_there_has_been_told_nothing() throws Exception {
        var port = server.port();
        server.close();

        assertThat(probe(server.knownHosts(), server.privateKey(), port).inWords())
                .startsWith("unreachable: 127.0.0.1:" + port)
                .endsWith(": Connection refused");
    }

    @Test
    void a_session_that_was_cut_is_opened_again() throws Exception {
        try (var scripts = scripts(server.knownHosts(), server.privateKey(), server.port())) {
            assertThat(scripts.run(PROBE)).isInstanceOf(Answer.Ok.class);
            server.cutConnections();

            var answers = new ArrayList<Answer>();
            for (var i = 0; i < 3; i++) {
                answers.add(scripts.run(PROBE));
            }

            assertThat(answers.getLast()).isInstanceOf(Answer.Ok.class);
        }
    }

    @Test
    void an_operation_that_the_script_does_not_know_is_refused_by_it() throws Exception {
        try (var scripts = scripts(server.knownHosts(), server.privateKey(), server.port())) {
            var answer = scripts.run(HostScript.of(Terms.write(new PlatformName("linux")), "web1", "no.such"));

            assertThat(answer.inWords())
                    .isEqualTo("rejected (unknown_operation): no operation of this script: no.such");
        }
    }

    @Test
    void a_rendered_command_works_when_it_is_pasted() throws Exception {
        try (var scripts = scripts(server.knownHosts(), server.privateKey(), server.port())) {
            var script = HostScript.of(Terms.read(new PlatformName("linux")), "web1", "proc.find")
                    .argument("name", "it's $(touch " + folder.resolve("pwned") + ") \"; x");
            var pasted = scripts.render(script)
                    .replaceFirst(
                            "^ssh ",
                            "ssh -F none -i " + server.privateKey() + " -o UserKnownHostsFile=" + server.knownHosts()
                                    + " ");
            Files.writeString(folder.resolve("cordon-host.sh"), HostScriptText.text());

            assertThat(shell(pasted)).startsWith("CORDON {").contains("\"processes\":[]");
            assertThat(folder.resolve("pwned")).doesNotExist();
        }
    }

    private String shell(String line) throws IOException, InterruptedException {
        var process = new ProcessBuilder("/bin/sh", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
