package dev.cordon.connectors.database.postgresql;

import dev.cordon.action.AccountName;
import dev.cordon.action.LockdownDatabase;
import dev.cordon.action.LockdownDatabase.LockdownLevel;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Account;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Database;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Kept;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Prepared;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Reached;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Revoked;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Session;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.ShutOut;
import dev.cordon.connectors.database.postgresql.Roles.Role;
import dev.cordon.document.Nearest;
import dev.cordon.document.Printable;
import dev.cordon.operation.Value;
import dev.cordon.plan.Discovery;
import dev.cordon.plan.Reader;
import dev.cordon.plan.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the facts of a lockdown: exactly the database and the accounts that the request names, or none. */
record DatabaseReader(Sql sql, Reader reader) {

    /** They write without any grant, or become somebody who does. */
    static final List<String> NEED_NO_GRANTS =
            List.of("pg_write_all_data", "pg_write_server_files", "pg_execute_server_program");

    /** Its one member is whoever owns the database that one is in. */
    static final String OWNER_OF_THE_DATABASE = "pg_database_owner";

    /** Before this version whoever may create roles may also join any role but a superuser. */
    private static final int ROLES_HAVE_ADMINS = 160_000;

    Discovery<DatabaseFacts> discover(LockdownDatabase request) {
        var name = request.database().value();
        var database = Rows.database(rows(Queries.DATABASE, Value.of(name)));
        if (database.isEmpty()) {
            return new Discovery.NotFound<>(unknown(name));
        }
        var roles = new Roles(Rows.of(rows(Queries.ROLES), Role.class));
        var missing = Stream.concat(request.revokeUsers().stream(), request.preserveAdmin().stream())
                .map(AccountName::value)
                .filter(role -> roles.named(role).isEmpty())
                .map(roles::unknown)
                .toList();
        if (!missing.isEmpty()) {
            return new Discovery.NotFound<>(String.join("; ", missing));
        }
        var facts = facts(request, database.get(), roles);
        return new Discovery.Found<>(facts, "database " + facts.database().acl().oid());
    }

    private DatabaseFacts facts(LockdownDatabase request, Database database, Roles roles) {
        var account = account(roles);
        var inside = request.lockdownLevel() == LockdownLevel.READ_ONLY && database.allowsConnections();
        var contents = inside ? Rows.acls(rowsIn(database.name(), Queries.CONTENTS, Value.nothing())) : List.<Acl>of();
        var guarded =
                inside && rowsIn(database.name(), Queries.GUARD).at("/rows/0/n").asLong() > 0;
        var revoked = request.revokeUsers().stream().map(AccountName::value).toList();
        var kept = kept(request, account, roles);
        var owners = new TreeSet<String>(Set.of(database.acl().owner()));
        contents.forEach(acl -> owners.add(acl.owner()));
        return new DatabaseFacts(
                account,
                database,
                revoked.stream()
                        .flatMap(role -> roles.named(role).stream())
                        .map(role -> new Revoked(role.oid(), role.name(), role.login(), role.superuser()))
                        .toList(),
                kept,
                reached(database.acl().owner(), owners, account, kept, revoked, roles),
                contents,
                inside ? Rows.of(rowsIn(database.name(), Queries.SHUT_OUT), ShutOut.class) : List.of(),
                guarded,
                new Shown<>(roles.superusers()),
                new Shown<>(sessions(database.name(), account, revoked)),
                new Shown<>(Rows.of(rows(Queries.PREPARED, Value.of(database.name())), Prepared.class)),
                false);
    }

    /** The account that we are. */
    record AccountRow(
            String name,
            boolean superuser,
            boolean createsRoles,
            int version,
            boolean endsSessions,
            boolean seesSessions,
            String database) {}

    private Account account(Roles roles) {
        var row = Rows.of(rows(Queries.ACCOUNT), AccountRow.class).getFirst();
        return new Account(
                row.name(),
                row.superuser(),
                row.createsRoles(),
                row.version(),
                row.endsSessions(),
                row.seesSessions(),
                roles.actsAs(row.name()));
    }

    private static List<Kept> kept(LockdownDatabase request, Account account, Roles roles) {
        var names = new TreeSet<String>();
        request.preserveAdmin().forEach(name -> names.add(name.value()));
        if (!account.superuser()) {
            names.add(account.name());
        }
        return names.stream().map(name -> new Kept(name, roles.actsAs(name))).toList();
    }

    private static List<Reached> reached(
            String owner, Set<String> owners, Account account, List<Kept> kept, List<String> revoked, Roles roles) {
        var spared = new HashSet<>(revoked);
        spared.add(account.name());
        kept.forEach(it -> spared.add(it.name()));
        var free = new TreeSet<>(owners);
        free.addAll(NEED_NO_GRANTS);
        var targets = new TreeSet<>(free);
        targets.addAll(roles.superusers());
        var by = new TreeMap<String, List<String>>();
        for (var outsider : roles.outsiders(spared)) {
            var targeted = new TreeSet<>(roles.actsAs(outsider.name()));
            if (outsider.createsRoles() && account.version() < ROLES_HAVE_ADMINS) {
                targeted.addAll(free);
            }
            if (targeted.contains(owner)) {
                targeted.add(OWNER_OF_THE_DATABASE);
            }
            targeted.retainAll(targets);
            targeted.forEach(
                    target -> by.computeIfAbsent(target, _ -> new ArrayList<>()).add(outsider.name()));
        }
        return by.entrySet().stream()
                .map(it -> new Reached(it.getKey(), needsNoGrants(it.getKey(), roles), it.getValue()))
                .toList();
    }

    private static boolean needsNoGrants(String role, Roles roles) {
        return NEED_NO_GRANTS.contains(role)
                || roles.named(role).map(Role::superuser).orElse(false);
    }

    private List<Session> sessions(String database, Account account, List<String> revoked) {
        var answer = rows(
                Queries.SESSIONS,
                Value.of(database),
                Sql.names(List.of(account.name())),
                Sql.names(revoked),
                Value.of(false),
                Value.nothing());
        var sessions = new ArrayList<Session>();
        for (var row : answer.path("rows").values()) {
            sessions.add(new Session(
                    row.path("account").asString(),
                    row.path("database").asString(),
                    row.path("application").asString(),
                    row.path("client").asString()));
        }
        return List.copyOf(sessions);
    }

    private String unknown(String name) {
        var known = Rows.texts(rows(Queries.DATABASE_NAMES), "name");
        var near = Nearest.to(name, known).map(it -> "; did you mean " + Printable.quoted(it) + "?");
        return "database " + Printable.quoted(name) + near.orElse("");
    }

    private JsonNode rows(String text, Value... values) {
        return reader.read(sql.read(text, values));
    }

    private JsonNode rowsIn(String database, String text, Value... values) {
        return reader.read(sql.readIn(database, text, values));
    }
}
