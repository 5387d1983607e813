package dev.cordon.journal;

import dev.cordon.document.PostgresqlUrl;
import java.util.Optional;
import java.util.Properties;

/** A database that several processes share, and who goes there. Does not print the password. */
public record DatabaseAddress(PostgresqlUrl url, Optional<String> user, Optional<String> password) {

    private static final String CONNECT_SECONDS = "10";
    private static final String ANSWER_SECONDS = "30";

    /** For the driver: <a href="https://jdbc.postgresql.org/documentation/use/">its connection parameters</a>. */
    Properties properties() {
        var all = new Properties();
        all.setProperty("ApplicationName", "cordon");
        all.setProperty("connectTimeout", CONNECT_SECONDS);
        all.setProperty("socketTimeout", ANSWER_SECONDS);
        all.setProperty("tcpKeepAlive", "true");
        user.ifPresent(name -> all.setProperty("user", name));
        password.ifPresent(secret -> all.setProperty("password", secret));
        return all;
    }

    @Override
    public String toString() {
        return url.text();
    }
}
