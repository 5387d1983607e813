package dev.cordon.demo;

import dev.cordon.lab.postgresql.Server;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Every privilege, setting and limit of the database and its roles, one a line, read without Cordon. */
record Fingerprint(List<String> lines) {

    private static final String QUERY = """
            select 'database ' || datname || ' limit ' || datconnlimit || ' connectable ' || datallowconn
              from pg_database where datname = current_database()
            union all
            select 'database privilege ' || a::text
              from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) a where datname = current_database()
            union all
            select 'role ' || rolname || ' login ' || rolcanlogin || ' limit ' || rolconnlimit
              from pg_roles where rolname !~ '^pg_'
            union all
            select 'setting ' || setdatabase || ' ' || setrole || ' ' || setconfig::text from pg_db_role_setting
            union all
            select 'schema privilege ' || nspname || ' ' || a::text
              from pg_namespace, aclexplode(coalesce(nspacl, acldefault('n', nspowner))) a where nspname !~ '^pg_'
            union all
            select 'privilege ' || relname || ' ' || a::text
              from pg_class c, aclexplode(coalesce(relacl, acldefault('r', relowner))) a
             where relnamespace = 'public'::regnamespace and relkind = 'r'
            union all
            select 'default privilege ' || defaclrole || ' ' || defaclacl::text from pg_default_acl
             order by 1
            """;

    static Fingerprint of(Server server, String database) throws SQLException {
        try (var connection = server.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return new Fingerprint(List.copyOf(lines));
        }
    }

    /** How many lines differ. */
    long differences(Fingerprint other) {
        return lines.stream().filter(line -> !other.lines.contains(line)).count()
                + other.lines.stream().filter(line -> !lines.contains(line)).count();
    }
}
