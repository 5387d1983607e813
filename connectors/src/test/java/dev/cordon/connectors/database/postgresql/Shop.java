package dev.cordon.connectors.database.postgresql;

import dev.cordon.lab.postgresql.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The database {@code shop} with everything in it that is easily lost: grants passed on, column grants, default
 * privileges, settings, odd names. Every role's password is its name.
 */
record Shop(Server server) {

    static final String NAME = "shop";

    private static final List<String> ROLES = List.of(
            "CREATE ROLE shop_owner NOLOGIN",
            "CREATE ROLE app LOGIN PASSWORD 'app'",
            "CREATE ROLE reader LOGIN PASSWORD 'reader'",
            "CREATE ROLE clerk LOGIN PASSWORD 'clerk'",
            "CREATE ROLE writers NOLOGIN",
            "CREATE ROLE writer LOGIN PASSWORD 'writer' IN ROLE writers",
            "CREATE ROLE mallory LOGIN PASSWORD 'mallory' CONNECTION LIMIT 7 VALID UNTIL '2099-01-01' IN ROLE writers",
            "CREATE ROLE dba LOGIN PASSWORD 'dba' IN ROLE writers",
            "CREATE ROLE root2 SUPERUSER LOGIN PASSWORD 'root2'",
            "CREATE ROLE \"we\"\"ird; role ?\" LOGIN PASSWORD 'weird'");

    private static final List<String> DATABASE = List.of(
            "CREATE DATABASE shop OWNER shop_owner CONNECTION LIMIT 40",
            "GRANT CONNECT, CREATE ON DATABASE shop TO writers",
            "GRANT CONNECT, TEMP ON DATABASE shop TO app WITH GRANT OPTION",
            "SET ROLE app",
            "GRANT CONNECT ON DATABASE shop TO reader",
            "RESET ROLE",
            "ALTER DATABASE shop SET work_mem = '8MB'",
            "ALTER DATABASE shop SET default_transaction_read_only = 'false'",
            "ALTER DATABASE shop SET search_path = stock, public",
            "ALTER ROLE app IN DATABASE shop SET statement_timeout = '77s'");

    /** Made anew, whatever state it was in. */
    void reset() throws SQLException {
        try (var admin = server.connect("postgres")) {
            run(admin, "DROP DATABASE IF EXISTS shop WITH (FORCE)");
            var existing = texts(admin, "SELECT rolname FROM pg_roles WHERE oid >= 16384 ORDER BY oid DESC");
            for (var role : existing) {
                run(admin, "DROP ROLE \"" + role.replace("\"", "\"\"") + "\"");
            }
            for (var statement : ROLES) {
                run(admin, statement);
            }
            for (var statement : DATABASE) {
                run(admin, statement);
            }
        }
        try (var inside = server.connect(NAME)) {
            run(inside, script());
        }
    }

    Connection as(String role) throws SQLException {
        return server.connect(NAME, role, role);
    }

    /** Whether {@code role} can connect and run this; the SQLSTATE of the refusal, or nothing. */
    String tried(String role, String statement) {
        try (var connection = as(role)) {
            run(connection, statement);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    static void run(Connection connection, String statement) throws SQLException {
        try (var it = connection.createStatement()) {
            it.setEscapeProcessing(false);
            it.execute(statement);
        }
    }

    static List<String> texts(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** Everything that undo must give back, as the catalogs write it: even the order of the grants. */
    String snapshot() throws SQLException {
        try (var inside = server.connect(NAME)) {
            return String.join("\n", texts(inside, SNAPSHOT));
        } catch (SQLException e) {
            if (!e.getSQLState().equals("55000")) {
                throw e;
            }
            try (var admin = server.connect("postgres")) {
                return "closed\n" + String.join("\n", texts(admin, SNAPSHOT));
            }
        }
    }

    private static final String SNAPSHOT = """
            SELECT format('database %s owner %s open %s limit %s acl %s', datname, datdba::regrole, datallowconn,
                          datconnlimit, coalesce(datacl, acldefault('d', datdba))) FROM pg_database WHERE datname = 'shop'
            UNION ALL SELECT format('setting %s %s', setrole::regrole, setconfig) FROM pg_db_role_setting
            UNION ALL SELECT format('role %s', to_jsonb(a) - 'oid' - 'rolpassword') FROM pg_authid a
            UNION ALL SELECT format('member %s of %s', member::regrole, roleid::regrole) FROM pg_auth_members
            UNION ALL SELECT format('schema %s %s %s', nspname, nspowner::regrole,
                coalesce(nspacl, acldefault('n', nspowner))) FROM pg_namespace WHERE nspname !~ '^pg_(toast|temp)'
            UNION ALL SELECT format('relation %s %s %s', oid::regclass, relowner::regrole,
                coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner)))
              FROM pg_class WHERE relkind IN ('r', 'v', 'S', 'm', 'p', 'f')
            UNION ALL SELECT format('column %s %s %s', attrelid::regclass, attname, attacl) FROM pg_attribute
              WHERE cardinality(attacl) > 0
            UNION ALL SELECT format('routine %s %s', oid::regprocedure, coalesce(proacl, acldefault('f', proowner)))
              FROM pg_proc
            UNION ALL SELECT format('default %s %s %s %s', defaclrole::regrole, defaclnamespace::regnamespace,
                defaclobjtype, defaclacl) FROM pg_default_acl
            UNION ALL SELECT format('trigger %s', evtname) FROM pg_event_trigger
            ORDER BY 1
            """;

    private static String script() {
        try (var in = Shop.class.getResourceAsStream("shop.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
