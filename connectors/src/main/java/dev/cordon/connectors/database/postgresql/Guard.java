package dev.cordon.connectors.database.postgresql;

import static dev.cordon.operation.SqlTransaction.Statement.statement;

import dev.cordon.operation.SqlTransaction.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * An event trigger that refuses every change to objects and grants: without it the owner of a table gives itself back
 * what was taken. Only a superuser can make one, and only a superuser can take it away. Superusers and the accounts
 * that are kept pass, told apart by a right on the guard's own schema. PostgreSQL documentation, chapter 40.
 */
final class Guard {

    /** Of the trigger and of its schema. */
    static final String NAME = "cordon_lockdown";

    /** Who logged in counts, not whom a SECURITY DEFINER function or SET ROLE made of it. */
    private static final String FUNCTION = """
            CREATE FUNCTION cordon_lockdown.refuse() RETURNS event_trigger LANGUAGE plpgsql SET search_path = pg_catalog
            AS $refuse$
            BEGIN
              IF NOT has_schema_privilege(session_user, 'cordon_lockdown', 'CREATE') THEN
                RAISE EXCEPTION 'this database is locked down: it is read-only' USING ERRCODE = '25006';
              END IF;
            END
            $refuse$""";

    private Guard() {}

    static List<Statement> raise(List<String> kept) {
        var statements = new ArrayList<Statement>();
        statements.add(statement("CREATE SCHEMA cordon_lockdown"));
        statements.add(statement(FUNCTION));
        kept.forEach(role -> statements.add(
                statement("GRANT CREATE ON SCHEMA cordon_lockdown TO %I").names(role)));
        statements.add(statement("CREATE EVENT TRIGGER cordon_lockdown ON ddl_command_start"
                + " EXECUTE FUNCTION cordon_lockdown.refuse()"));
        statements.add(statement("ALTER EVENT TRIGGER cordon_lockdown ENABLE ALWAYS"));
        return List.copyOf(statements);
    }

    static List<Statement> lower() {
        return List.of(
                statement("DROP EVENT TRIGGER IF EXISTS cordon_lockdown"),
                statement("DROP FUNCTION IF EXISTS cordon_lockdown.refuse()"),
                statement("DROP SCHEMA IF EXISTS cordon_lockdown"));
    }
}
