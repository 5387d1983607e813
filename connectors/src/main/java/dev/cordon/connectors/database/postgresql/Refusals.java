package dev.cordon.connectors.database.postgresql;

import dev.cordon.action.LockdownDatabase;
import dev.cordon.action.LockdownDatabase.LockdownLevel;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Reached;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Revoked;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.ShutOut;
import dev.cordon.document.Printable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Why there is no plan: it cannot be done in full, could not be undone, or would cut Cordon's own way. */
record Refusals(LockdownDatabase request, DatabaseFacts facts, Sql sql) {

    /** The gravest; empty where nothing speaks against a plan. */
    Optional<String> any() {
        return Stream.<Supplier<Optional<String>>>of(
                        this::wrongDatabase,
                        this::ownAccount,
                        this::stricterAlready,
                        this::rights,
                        this::passedOn,
                        this::stillWrite)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> wrongDatabase() {
        if (facts.database().template()) {
            return Optional.of(name() + " is a template: locking it would lock the databases made from it");
        }
        if (facts.database().name().equals(sql.maintenance()) && !facts.assumed()) {
            return Optional.of(name() + " is the database that Cordon itself connects to;"
                    + " set the platform's url to another one on that server");
        }
        return Optional.empty();
    }

    private Optional<String> ownAccount() {
        var own = facts.account().name();
        return facts.revoked().stream().anyMatch(role -> role.name().equals(own))
                ? Optional.of(Printable.quoted(own) + " is Cordon's own account: it could not undo anything any more")
                : Optional.empty();
    }

    private Optional<String> stricterAlready() {
        var level = request.lockdownLevel();
        if (!facts.database().allowsConnections() && level != LockdownLevel.FULL_LOCKDOWN) {
            return Optional.of(
                    name() + " accepts no connections: a stricter lockdown is in force; roll that back first");
        }
        if (level == LockdownLevel.READ_ONLY && !facts.assumed() && !new Gate(sql, facts).letsOthersConnect()) {
            return Optional.of("only administrators may connect to " + name()
                    + ": a stricter lockdown is in force; roll that back first");
        }
        return Optional.empty();
    }

    private Optional<String> rights() {
        var account = facts.account();
        if (account.superuser()) {
            return Optional.empty();
        }
        if (!account.endsSessions()) {
            return lacks("the role pg_signal_backend, to end sessions");
        }
        if (!account.seesSessions()) {
            return lacks("the role pg_read_all_stats, to find the sessions to end");
        }
        if (!account.createsRoles() && facts.revoked().stream().anyMatch(Revoked::login)) {
            return lacks("CREATEROLE, to lock accounts out");
        }
        var superuser = facts.revoked().stream().filter(Revoked::superuser).findFirst();
        if (superuser.isPresent()) {
            return lacks(
                    "SUPERUSER, to lock " + Printable.quoted(superuser.get().name()) + " out, which is one");
        }
        return owners().filter(owner -> !actsAs(owner))
                .findFirst()
                .flatMap(owner ->
                        lacks("membership in " + Printable.quoted(owner) + ", who owns what is to be changed"));
    }

    private Stream<String> owners() {
        return Stream.concat(
                        Stream.of(facts.database().acl().owner()),
                        locks().stream().map(lock -> lock.before().owner()))
                .distinct();
    }

    private boolean actsAs(String owner) {
        var mine = facts.account().actsAs();
        return mine.contains(owner)
                || (owner.equals(DatabaseReader.OWNER_OF_THE_DATABASE)
                        && mine.contains(facts.database().acl().owner()));
    }

    private Optional<String> passedOn() {
        if (facts.account().superuser()) {
            return locks().stream().flatMap(this::lost).findFirst();
        }
        return locks().stream()
                .filter(lock -> lock.passedOn().findAny().isPresent())
                .findFirst()
                .flatMap(lock -> lacks("SUPERUSER, to give back what others than the owner have granted on "
                        + Printable.of(lock.before().inWords())));
    }

    private Stream<String> lost(Lock lock) {
        var schema = lock.before().path().getFirst();
        return lock.passedOn()
                .map(Grant::grantor)
                .filter(grantor -> facts.shutOut().contains(new ShutOut(grantor, schema)))
                .map(grantor -> "what " + Printable.quoted(grantor) + " has granted on "
                        + Printable.of(lock.before().inWords()) + " could not be given back in its name: let the owner"
                        + " grant it, or give that role USAGE on the schema, or take admin_only");
    }

    /** Whom {@code read_only} would not stop. */
    private Optional<String> stillWrite() {
        if (request.lockdownLevel() != LockdownLevel.READ_ONLY) {
            return Optional.empty();
        }
        var owners = new ReadOnlyContents(sql, facts).reachedOwners();
        return facts.reached().stream()
                .filter(it -> it.needsNoGrants() || (!facts.account().superuser() && owners.contains(it.role())))
                .findFirst()
                .map(this::stillWrites);
    }

    private String stillWrites(Reached reached) {
        return "read_only would not stop " + quoted(reached.by()) + ", who can act as "
                + Printable.quoted(reached.role())
                + (reached.needsNoGrants() ? ", which needs no grants" : ", which owns what is to be protected")
                + ": name them in revoke_users, or in preserve_admin if they may write, or take admin_only";
    }

    /** All that would be taken and given back. */
    private List<Lock> locks() {
        var gate = new Gate(sql, facts);
        return switch (request.lockdownLevel()) {
            case READ_ONLY ->
                Stream.concat(Stream.of(gate.nothingMade()), new ReadOnlyContents(sql, facts).locks().stream())
                        .toList();
            case ADMIN_ONLY -> List.of(gate.nobodyConnects());
            case FULL_LOCKDOWN -> request.preserveAdmin().isEmpty() ? List.of() : List.of(gate.nobodyConnects());
        };
    }

    private Optional<String> lacks(String what) {
        return Optional.of(
                "Cordon's account " + Printable.quoted(facts.account().name()) + " lacks " + what);
    }

    private String name() {
        return Printable.quoted(facts.database().name());
    }

    static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(Printable::quoted).toList());
    }
}
