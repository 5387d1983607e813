package dev.cordon.transport.sql;

import java.time.Duration;
import java.util.List;

/**
 * How every transaction begins: whatever the server, the database or the role have set for this account, names mean
 * those of the catalog, nothing waits without an end, and a write is one although the database is read-only by default.
 */
final class Session {

    static final Duration LONGEST_STATEMENT = Duration.ofSeconds(60);
    static final String COMMIT = "COMMIT";

    private Session() {}

    static List<String> begin(boolean read) {
        return List.of(
                read ? "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY" : "BEGIN READ WRITE",
                "SET LOCAL ROLE NONE",
                "SET LOCAL search_path = pg_catalog, pg_temp",
                "SET LOCAL standard_conforming_strings = on",
                "SET LOCAL statement_timeout = '" + LONGEST_STATEMENT.toSeconds() + "s'",
                "SET LOCAL lock_timeout = '10s'");
    }
}
