package dev.cordon.connectors.database.postgresql;

/** The reads, as constant text. Catalogs of PostgreSQL 15 to 18: documentation, chapter 53. */
final class Queries {

    /** An ACL as JSON, in the server's order; grantee 0 is PUBLIC. */
    private static final String GRANTS = """
            (SELECT coalesce(json_agg(json_build_object(
                      'grantor', pg_get_userbyid(x.grantor),
                      'grantee', CASE x.grantee WHEN 0 THEN NULL ELSE pg_get_userbyid(x.grantee) END,
                      'privilege', x.privilege_type,
                      'grantable', x.is_grantable) ORDER BY x.n), '[]')
               FROM aclexplode(ACL) WITH ORDINALITY AS x (grantor, grantee, privilege_type, is_grantable, n))""";

    /** The account that we are, on the maintenance database. */
    static final String ACCOUNT = """
            SELECT r.rolname AS name, r.rolsuper AS superuser, r.rolcreaterole AS "createsRoles",
                   current_setting('server_version_num')::int AS version,
                   pg_has_role(r.oid, 'pg_signal_backend', 'USAGE') AS "endsSessions",
                   pg_has_role(r.oid, 'pg_read_all_stats', 'USAGE') AS "seesSessions",
                   current_database()::text AS database
              FROM pg_roles r
             WHERE r.rolname = session_user
            """;

    static final String DATABASE_NAMES = "SELECT datname::text AS name FROM pg_database ORDER BY datname";

    /** One database by its whole name: a comparison as {@code name} would cut a longer one off. */
    static final String DATABASE =
            """
            SELECT d.oid, d.datname::text AS name, pg_get_userbyid(d.datdba) AS owner, d.datistemplate AS template,
                   d.datallowconn AS "allowsConnections", d.datconnlimit AS "connectionLimit",
                   GRANTS AS grants,
                   (SELECT coalesce(json_agg(setting ORDER BY n), '[]')
                      FROM pg_db_role_setting s, unnest(s.setconfig) WITH ORDINALITY AS u (setting, n)
                     WHERE s.setdatabase = d.oid AND s.setrole = 0) AS settings
              FROM pg_database d
             WHERE d.datname::text = ?
            """.replace("GRANTS", GRANTS.replace("ACL", "coalesce(d.datacl, acldefault('d', d.datdba))"));

    static final String ROLES = """
            SELECT r.oid, r.rolname AS name, r.rolsuper AS superuser, r.rolcanlogin AS login,
                   r.rolcreaterole AS "createsRoles",
                   (SELECT coalesce(json_agg(g.rolname ORDER BY g.rolname), '[]')
                      FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
                     WHERE m.member = r.oid) AS "memberOf"
              FROM pg_roles r
             ORDER BY r.rolname
            """;

    static final String ROLE_MAY_LOG_IN =
            "SELECT rolcanlogin AS login FROM pg_roles WHERE oid = ?::oid AND rolname = ?";

    static final String PREPARED =
            "SELECT gid, owner::text, prepared::text FROM pg_prepared_xacts WHERE database = ? ORDER BY prepared";

    static final String GUARD = "SELECT count(*) AS n FROM pg_event_trigger WHERE evtname = '" + Guard.NAME
            + "' AND evtenabled = 'A'" + " AND coalesce(current_setting('event_triggers', true), 'on') = 'on'";

    /**
     * Everything in the database that grants are made on: schemas, tables and what is like one, sequences, default
     * privileges (whose rows come and go, so that their ids mean nothing); of the routines those that can write in
     * their owner's name, and those that write large objects. Parameter: one part, such as {@code schema public}, or NULL.
     */
    static final String CONTENTS = """
            WITH object (part, kind, oid, path, owner, acl, columns) AS (
              SELECT 'schema ' || n.nspname, 'SCHEMA', n.oid, json_build_array(n.nspname), n.nspowner,
                     coalesce(n.nspacl, acldefault('n', n.nspowner)), '[]'::json
                FROM pg_namespace n
               WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'GUARD')
              UNION ALL
              SELECT 'schema ' || n.nspname, CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid,
                     json_build_array(n.nspname, c.relname), c.relowner,
                     coalesce(c.relacl, acldefault((CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char", c.relowner)),
                     (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'grants', COLUMN_GRANTS)
                                               ORDER BY a.attnum), '[]')
                        FROM pg_attribute a
                       WHERE a.attrelid = c.oid AND NOT a.attisdropped AND cardinality(a.attacl) > 0)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              UNION ALL
              SELECT CASE n.nspname WHEN 'pg_catalog' THEN 'large objects' ELSE 'schema ' || n.nspname END,
                     'ROUTINE', p.oid,
                     (SELECT json_agg(word ORDER BY n, part)
                        FROM (SELECT 0 AS n, 1 AS part, n.nspname AS word
                              UNION ALL SELECT 0, 2, p.proname
                              UNION ALL SELECT a.n, 1, tn.nspname
                                FROM unnest(p.proargtypes) WITH ORDINALITY AS a (type, n)
                                JOIN pg_type t ON t.oid = a.type JOIN pg_namespace tn ON tn.oid = t.typnamespace
                              UNION ALL SELECT a.n, 2, t.typname
                                FROM unnest(p.proargtypes) WITH ORDINALITY AS a (type, n)
                                JOIN pg_type t ON t.oid = a.type) AS words),
                     p.proowner, coalesce(p.proacl, acldefault('f', p.proowner)), '[]'::json
                FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
               WHERE (p.prosecdef AND p.provolatile = 'v' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')
                  OR (n.nspname = 'pg_catalog' AND p.proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_put',
                       'lowrite', 'lo_truncate', 'lo_truncate64', 'lo_unlink'))
              UNION ALL
              SELECT 'default privileges', CASE d.defaclobjtype WHEN 'r' THEN 'DEFAULT_TABLES' WHEN 'S' THEN 'DEFAULT_SEQUENCES'
                                          ELSE 'DEFAULT_SCHEMAS' END, 0::oid,
                     CASE WHEN d.defaclnamespace = 0 THEN json_build_array(pg_get_userbyid(d.defaclrole))
                          ELSE json_build_array(pg_get_userbyid(d.defaclrole), n.nspname) END,
                     d.defaclrole, d.defaclacl, '[]'::json
                FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
               WHERE d.defaclobjtype IN ('r', 'S', 'n'))
            SELECT kind, oid, path, pg_get_userbyid(owner) AS owner, GRANTS AS grants, columns
              FROM object, (SELECT ?::text AS part) AS wanted
             WHERE wanted.part IS NULL OR wanted.part = object.part
             ORDER BY kind, path::text
            """.replace("COLUMN_GRANTS", GRANTS.replace("ACL", "a.attacl"))
            .replace("GRANTS", GRANTS.replace("ACL", "object.acl"))
            .replace("GUARD", Guard.NAME);

    /**
     * Who has granted something in a schema, as none of its owners, and could not do so again: without USAGE it cannot name
     * what is in there, and what a superuser grants is always the owner's grant.
     */
    static final String SHUT_OUT = """
            WITH acl (schema, name, owner, acl) AS (
              SELECT n.oid, n.nspname, c.relowner, c.relacl FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              UNION ALL
              SELECT n.oid, n.nspname, c.relowner, a.attacl
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              UNION ALL
              SELECT n.oid, n.nspname, p.proowner, p.proacl FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
              UNION ALL
              SELECT n.oid, n.nspname, n.nspowner, n.nspacl FROM pg_namespace n)
            SELECT DISTINCT r.rolname AS grantor, acl.name AS schema
              FROM acl, aclexplode(acl.acl) AS x JOIN pg_roles r ON r.oid = x.grantor
             WHERE x.grantor <> acl.owner AND (r.rolsuper OR NOT has_schema_privilege(x.grantor, acl.schema, 'USAGE'))
             ORDER BY 1, 2
            """;

    /**
     * The sessions that must end: those of the revoked accounts, wherever they are, and those on the database that the
     * level does not spare. Parameters: database, accounts that are spared, revoked accounts, whether superusers are
     * spared, and, where only those with an older transaction are meant, the time (see {@link #NOW}) or else NULL.
     */
    static final String SESSIONS = """
            SELECT a.pid || '@' || (extract(epoch FROM a.backend_start) * 1000000)::bigint AS key, a.pid,
                   (extract(epoch FROM a.backend_start) * 1000000)::bigint AS started, a.usename::text AS account,
                   a.datname::text AS database, a.application_name AS application,
                   coalesce(host(a.client_addr), 'local') AS client
              FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid,
                   (SELECT ?::text AS database, ?::jsonb AS spared, ?::jsonb AS revoked,
                           ?::bool AS superusers, ?::bigint AS since) AS p
             WHERE a.backend_type IN ('client backend', 'walsender') AND a.pid <> pg_backend_pid()
               AND NOT jsonb_exists(p.spared, r.rolname)
               AND (jsonb_exists(p.revoked, r.rolname)
                    OR a.datname = p.database AND NOT (p.superusers AND r.rolsuper)
                       AND (p.since IS NULL OR (extract(epoch FROM a.xact_start) * 1000000)::bigint < p.since))
             ORDER BY a.backend_start, a.pid
            """;

    /** The server's time in microseconds since 1970. */
    static final String NOW = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now";

    /** Ends one session, unless its number belongs to another by now. */
    static final String TERMINATE = """
            SELECT pg_terminate_backend(pid) AS sent
              FROM pg_stat_activity
             WHERE pid = ?::int AND (extract(epoch FROM backend_start) * 1000000)::bigint = ?::bigint
            """;

    static final String SESSION_LEFT = """
            SELECT count(*) AS n
              FROM pg_stat_activity
             WHERE pid = ?::int AND (extract(epoch FROM backend_start) * 1000000)::bigint = ?::bigint
            """;

    private Queries() {}
}
