package dev.cordon.connectors.database.postgresql;

import static dev.cordon.operation.SqlTransaction.Statement.statement;
import static dev.cordon.plan.Check.look;
import static dev.cordon.plan.Step.step;

import dev.cordon.document.Printable;
import dev.cordon.operation.SqlTransaction.Statement;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Check;
import dev.cordon.plan.Read;
import dev.cordon.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Changes what the database itself says of who gets in and what may be made in it, in one transaction on the
 * maintenance database.
 *
 * @param facts as they were read
 */
record Gate(Sql sql, DatabaseFacts facts) {

    static final String READ_ONLY = "default_transaction_read_only";
    private static final Pattern TRUTH_VALUE = Pattern.compile("[A-Za-z01]{1,5}");

    Asset asset() {
        var database = facts.database();
        return new Asset(sql.on(), "database", String.valueOf(database.acl().oid()), List.of(database.name()));
    }

    boolean letsOthersConnect() {
        return nobodyConnects().changes(facts);
    }

    /** There is something to change. */
    boolean canBeReadOnly() {
        var already = facts.database().setting(READ_ONLY).filter("on"::equals).isPresent();
        return !already || nothingMade().changes(facts);
    }

    /** Nobody connects but superusers and the accounts that are kept. */
    Step onlyAdministrators() {
        var lock = Lock.on(whileLocked(), privilege -> privilege == Privilege.CONNECT, facts);
        var apply = new ArrayList<>(changeOwner(account()));
        apply.addAll(lock.take());
        return step("only administrators connect")
                .touches(asset())
                .apply(sql.write(apply))
                .undo(sql.write(giveBack(lock.after())))
                .check(check(lock.after(), true));
    }

    /** Nobody connects at all, superusers included. */
    Step closed() {
        var apply = new ArrayList<>(changeOwner(account()));
        apply.add(named("ALTER DATABASE %I ALLOW_CONNECTIONS false"));
        var undo = new ArrayList<>(ownerWouldReturn() ? giveBack(whileLocked()) : List.of());
        undo.add(named("ALTER DATABASE %I ALLOW_CONNECTIONS true"));
        return step("nobody connects")
                .touches(asset())
                .apply(sql.write(apply))
                .undo(sql.write(undo))
                .check(check(whileLocked(), false));
    }

    /** New transactions are read-only unless they say otherwise; nothing can be made in the database. */
    Step readOnly() {
        var lock = nothingMade();
        var apply = new ArrayList<>(lock.take());
        apply.add(named("ALTER DATABASE %I SET default_transaction_read_only = on"));
        var undo = new ArrayList<>(lock.giveBack());
        var before = facts.database().setting(READ_ONLY);
        undo.add(named(before.map(Gate::setTo).orElse("ALTER DATABASE %I RESET default_transaction_read_only")));
        return step("the database is read-only")
                .touches(asset())
                .apply(sql.write(apply))
                .undo(sql.write(undo))
                .check(check(lock.after(), true).expect("/readOnly", "on"));
    }

    Lock nobodyConnects() {
        return Lock.on(facts.database().acl(), privilege -> privilege == Privilege.CONNECT, facts);
    }

    Lock nothingMade() {
        return Lock.on(facts.database().acl(), Acl.Kind.DATABASE::writes, facts);
    }

    /** A value cannot be bound here; PostgreSQL takes only such words for a truth value, and keeps them as written. */
    private static String setTo(String before) {
        if (!TRUTH_VALUE.matcher(before).matches()) {
            throw new IllegalArgumentException("no truth value: " + Printable.quoted(before));
        }
        return "ALTER DATABASE %I SET default_transaction_read_only = '" + before + "'";
    }

    /** The owner can let itself in again, even from another database: so it is not the owner for a while. */
    boolean ownerWouldReturn() {
        return facts.account().superuser()
                && !facts.reaching(facts.database().acl().owner()).isEmpty();
    }

    private Check check(Acl acl, boolean allowsConnections) {
        var read = Read.of(sql.read(Queries.DATABASE, Value.of(facts.database().name())))
                .as(Views.DATABASE);
        return look(read)
                .expect("/oid", acl.oid())
                .expect("/owner", acl.owner())
                .expect("/allowsConnections", allowsConnections)
                .expect("/grants", Views.grants(acl))
                .says("owner, privileges and settings of the database, read back, are those that were set");
    }

    /** The ACL once the owner has changed, if it does. */
    private Acl whileLocked() {
        var acl = facts.database().acl();
        return ownerWouldReturn() ? ownedBy(acl, account()) : acl;
    }

    /** The owner first: what was taken from Cordon's account then is the owner's again. */
    private List<Statement> giveBack(Acl now) {
        var acl = facts.database().acl();
        var statements = new ArrayList<>(changeOwner(acl.owner()));
        statements.addAll(AclSql.clear(ownedBy(now, acl.owner()), acl));
        statements.addAll(AclSql.grant(acl));
        return List.copyOf(statements);
    }

    private List<Statement> changeOwner(String role) {
        var change = statement("ALTER DATABASE %I OWNER TO %I")
                .names(facts.database().name(), role);
        return ownerWouldReturn() ? List.of(change) : List.of();
    }

    private Statement named(String text) {
        return statement(text).names(facts.database().name());
    }

    private String account() {
        return facts.account().name();
    }

    /** What ALTER DATABASE … OWNER makes of the ACL: the new owner stands wherever the old one stood. */
    private static Acl ownedBy(Acl acl, String owner) {
        var moved = acl.grants().stream()
                .map(grant -> new Grant(
                        grant.grantor().equals(acl.owner()) ? owner : grant.grantor(),
                        grant.isTo(acl.owner()) ? owner : grant.grantee(),
                        grant.privilege(),
                        grant.grantable()))
                .distinct()
                .toList();
        return new Acl(acl.kind(), acl.oid(), acl.path(), owner, moved, acl.columns());
    }
}
