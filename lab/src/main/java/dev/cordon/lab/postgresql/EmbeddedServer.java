package dev.cordon.lab.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * PostgreSQL 18 out of a jar, for Linux on x86-64 and arm64; runs as root too, and needs nothing to be installed.
 *
 * <p>Up in about five seconds, the unpacking included. It ends with {@link #close}, or else with this process.
 */
public final class EmbeddedServer implements Server {

    /** Nobody gets in without a password, not even from this machine. */
    private static final String HOST_BASED_ACCESS = """
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedServer(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    /**
     * Unpacks and starts a new server on a free port.
     *
     * @param folder for its programs and data; created where it is missing, and left to the caller to remove
     * @throws UncheckedIOException where it cannot be unpacked or does not start
     */
    public static EmbeddedServer start(Path folder) {
        var data = folder.resolve("data");
        try {
            Files.createDirectories(folder);
            var postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "off") // what it holds need not outlive the machine
                    .start();
            return closed(postgres, data);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        }
    }

    @Override
    public int port() {
        return postgres.getPort();
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not stop", e);
        }
    }

    /** It comes up trusting everybody on this machine: that ends before it is handed out. */
    private static EmbeddedServer closed(EmbeddedPostgres postgres, Path data) throws IOException {
        var password = randomPassword();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(data.resolve("pg_hba.conf"), HOST_BASED_ACCESS);
            statement.execute("select pg_reload_conf()");
            return new EmbeddedServer(postgres, password);
        } catch (SQLException e) {
            postgres.close();
            throw new IOException("the embedded PostgreSQL cannot be given a password", e);
        }
    }

    static String randomPassword() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
