package dev.cordon.connectors.database.postgresql;

import dev.cordon.action.LockdownDatabase;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Revoked;
import dev.cordon.connectors.database.postgresql.SessionCut.Who;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Discovery;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Planned;
import dev.cordon.plan.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Locks one database of a PostgreSQL server down. The gate is shut first, then sessions end, then both are proven.
 *
 * <p>{@code read_only}: every right to write is taken from everybody but superusers and the accounts that are kept, and
 * where an owner could give itself back what was taken, a guard stops it. {@code admin_only}: so is the right to
 * connect. {@code full_lockdown}: the database accepts no connections; with {@code preserve_admin} it is {@code
 * admin_only}, for PostgreSQL lets a superuser in wherever it lets anybody in. What is taken is given back in the name
 * of the role that had granted it.
 */
final class PostgresqlLockdown implements Connector<LockdownDatabase, DatabaseFacts> {

    private final Sql sql;

    PostgresqlLockdown(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Class<LockdownDatabase> carries() {
        return LockdownDatabase.class;
    }

    @Override
    public Discovery<DatabaseFacts> discover(LockdownDatabase request, Reader reader) {
        try {
            return new DatabaseReader(sql, reader).discover(request);
        } catch (IllegalArgumentException e) {
            return new Discovery.Unreadable<>("unexpected answer from " + sql.on() + ": " + e.getMessage());
        }
    }

    @Override
    public DatabaseFacts assume(LockdownDatabase request) {
        return Assumed.facts(request);
    }

    @Override
    public Draft plan(LockdownDatabase request, DatabaseFacts facts) {
        var refusal = new Refusals(request, facts, sql).any();
        if (refusal.isPresent()) {
            return Plan.refused(refusal.get());
        }
        return switch (request.lockdownLevel()) {
            case READ_ONLY -> readOnly(request, facts);
            case ADMIN_ONLY -> administrators(request, facts);
            case FULL_LOCKDOWN ->
                request.preserveAdmin().isEmpty() ? closed(request, facts) : administrators(request, facts);
        };
    }

    private Plan readOnly(LockdownDatabase request, DatabaseFacts facts) {
        var gate = new Gate(sql, facts);
        var contents = new ReadOnlyContents(sql, facts);
        var guard = contents.needsGuard() && !facts.guarded();
        var parts = new ArrayList<Planned>();
        if (guard) {
            parts.add(contents.guard());
        }
        if (gate.canBeReadOnly()) {
            parts.add(gate.readOnly());
        }
        parts.addAll(contents.steps());
        var plan = plan(facts, parts, Who.OLDER_TRANSACTIONS);
        return new Notes(request, facts).on(plan, false, guard);
    }

    private Plan administrators(LockdownDatabase request, DatabaseFacts facts) {
        var gate = new Gate(sql, facts);
        var parts = gate.letsOthersConnect() ? List.<Planned>of(gate.onlyAdministrators()) : List.<Planned>of();
        var plan = plan(facts, parts, Who.ALL_BUT_SUPERUSERS);
        return new Notes(request, facts).on(plan, !parts.isEmpty() && gate.ownerWouldReturn(), false);
    }

    private Plan closed(LockdownDatabase request, DatabaseFacts facts) {
        var gate = new Gate(sql, facts);
        var parts = facts.database().allowsConnections() ? List.<Planned>of(gate.closed()) : List.<Planned>of();
        var who = facts.account().superuser() ? Who.ALL : Who.ALL_BUT_SUPERUSERS; // only a superuser ends one's session
        var plan = plan(facts, parts, who);
        return new Notes(request, facts).on(plan, !parts.isEmpty() && gate.ownerWouldReturn(), false);
    }

    /** Accounts first, then the gate, then who is inside. */
    private Plan plan(DatabaseFacts facts, List<Planned> gate, Who who) {
        var parts = new ArrayList<Planned>();
        parts.add(new RoleLocks(sql).lock(facts.revoked()));
        parts.addAll(gate);
        if (Plan.of(parts).isEmpty()) {
            return Plan.nothingToDo(inForceOn(facts));
        }
        var cut = new SessionCut(sql, facts, who);
        if (who == Who.OLDER_TRANSACTIONS) {
            parts.add(cut.shut());
        }
        parts.add(cut.sessions());
        parts.add(cut.nobodyIsLeft());
        return Plan.of(parts);
    }

    private Asset[] inForceOn(DatabaseFacts facts) {
        var locks = new RoleLocks(sql);
        return Stream.concat(
                        Stream.of(new Gate(sql, facts).asset()),
                        facts.revoked().stream().map((Revoked role) -> locks.asset(role)))
                .toArray(Asset[]::new);
    }
}
