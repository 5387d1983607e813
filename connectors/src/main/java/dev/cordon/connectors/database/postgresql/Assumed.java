package dev.cordon.connectors.database.postgresql;

import dev.cordon.action.LockdownDatabase;
import dev.cordon.action.LockdownDatabase.LockdownLevel;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Account;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Database;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Kept;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Reached;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Revoked;
import dev.cordon.plan.Shown;
import java.util.List;

/** A database as databases often are, for a plan without any connection: every kind of step stands in that plan. */
final class Assumed {

    private static final String OWNER = "OWNER";

    private Assumed() {}

    static DatabaseFacts facts(LockdownDatabase request) {
        var readOnly = request.lockdownLevel() == LockdownLevel.READ_ONLY;
        return new DatabaseFacts(
                new Account("cordon", true, true, 180_000, true, true, List.of("cordon")),
                new Database(database(request.database().value()), false, true, -1, List.of()),
                request.revokeUsers().stream()
                        .map(name -> new Revoked(0, name.value(), true, false))
                        .toList(),
                request.preserveAdmin().stream()
                        .map(name -> new Kept(name.value(), List.of(name.value())))
                        .toList(),
                List.of(new Reached(OWNER, false, List.of(OWNER))),
                readOnly ? List.of(table()) : List.of(),
                List.of(),
                false,
                new Shown<>(List.of()),
                new Shown<>(List.of()),
                new Shown<>(List.of()),
                true);
    }

    private static Acl database(String name) {
        var grants = List.of(
                new Grant(OWNER, null, Privilege.TEMPORARY, false),
                new Grant(OWNER, null, Privilege.CONNECT, false),
                new Grant(OWNER, OWNER, Privilege.CREATE, false),
                new Grant(OWNER, OWNER, Privilege.TEMPORARY, false),
                new Grant(OWNER, OWNER, Privilege.CONNECT, false));
        return new Acl(Acl.Kind.DATABASE, 0, List.of(name), OWNER, grants, List.of());
    }

    private static Acl table() {
        var grants = List.of(
                new Grant(OWNER, "WRITER", Privilege.SELECT, false),
                new Grant(OWNER, "WRITER", Privilege.INSERT, false));
        return new Acl(Acl.Kind.TABLE, 0, List.of("public", "TABLE"), OWNER, grants, List.of());
    }
}
