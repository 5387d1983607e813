package dev.cordon.lab.postgresql;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A running server on the loopback address that asks everybody for a password. */
public interface Server extends AutoCloseable {

    /** The superuser that it was made with. */
    String ADMIN = "postgres";

    int port();

    /** Of {@link #ADMIN}; random. */
    String password();

    /** Stops the server; what it wrote stays in its folder. Closing twice changes nothing. */
    @Override
    void close();

    /** Without user and password. */
    default String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    /** A connection of {@link #ADMIN}. */
    default Connection connect(String database) throws SQLException {
        return connect(database, ADMIN, password());
    }

    default Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), user, password);
    }
}
