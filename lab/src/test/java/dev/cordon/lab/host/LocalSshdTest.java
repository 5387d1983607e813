package dev.cordon.lab.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsOpenSsh
class LocalSshdTest {

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

    @Test
    void the_current_user_logs_in_by_key_and_the_servers_key_is_the_known_one() {
        var login = client(server.privateKey(), server.knownHosts()).run("id -un");

        assertThat(login.output().strip()).isEqualTo(LocalSshd.user());
        assertThat(server.log()).contains("Accepted publickey for " + LocalSshd.user());
    }

    @Test
    void another_key_does_not_open_it() {
        var other = SshKey.make(folder.resolve("other")).privateKey();

        assertThat(client(other, server.knownHosts()).run("true").exit()).isEqualTo(255);
    }

    @Test
    void a_client_that_knows_another_key_of_it_stays_away() throws IOException {
        var right = Files.readString(server.knownHosts()).split(" ", 2)[0];
        var other = SshKey.make(folder.resolve("other")).publicKey();
        var wrong = Files.writeString(folder.resolve("wrong"), right + " " + other);

        assertThat(client(server.privateKey(), wrong).run("true").output()).contains("Host key verification failed");
    }

    @Test
    void a_connection_is_cut_while_its_command_works() throws Exception {
        var session = session("echo begun; exec sleep 60");

        server.cutConnections();

        assertThat(session.waitFor()).isEqualTo(255);
        assertThat(client(server.privateKey(), server.knownHosts()).run("true").exit())
                .isZero();
    }

    @Test
    void a_closed_one_is_gone_with_its_connections_and_may_be_closed_again() throws Exception {
        var session = session("echo begun; exec sleep 60");

        server.close();
        server.close();

        assertThat(session.waitFor()).isEqualTo(255);
        assertThatThrownBy(() -> new Socket(server.address(), server.port()).close())
                .isInstanceOf(ConnectException.class);
    }

    /** One whose command has begun. */
    private Process session(String command) throws IOException {
        var argv = client(server.privateKey(), server.knownHosts()).argv(command);
        var session = new ProcessBuilder(argv).start();
        assertThat(session.inputReader().readLine()).isEqualTo("begun");
        return session;
    }

    private OpenSsh client(Path key, Path knownHosts) {
        return new OpenSsh(server.address(), server.port(), LocalSshd.user(), key, knownHosts);
    }
}
