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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Changes what the database itself says of who gets in and what may be made in it, in one transaction on the
 * maintenance database.
 *
 * @param facts as they were read
 */
record Gate(Sql sql, DatabaseFacts facts) {

    private static final String READ_ONLY = "default_transaction_read_only";
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
        var acl = facts.database().acl();
        var owned = ownerWouldReturn() ? ownedBy(acl, facts.account().name()) : acl;
        var lock = Lock.on(owned, privilege -> privilege == Privilege.CONNECT, facts);
        var apply = new ArrayList<Statement>();
        var undo = new ArrayList<Statement>();
        if (ownerWouldReturn()) {
            apply.add(owner(facts.account().name()));
            undo.add(owner(acl.owner()));
        }
        apply.addAll(lock.take());
        undo.addAll(AclSql.clear(ownedBy(lock.after(), acl.owner()), acl));
        undo.addAll(AclSql.grant(acl));
        return step("only administrators connect")
                .touches(asset())
                .apply(sql.write(apply))
                .undo(sql.write(undo))
                .check(check(lock.after(), true));
    }

    /** Nobody connects at all, superusers included. */
    Step closed() {
        var name = facts.database().name();
        var acl = facts.database().acl();
        var owned = ownerWouldReturn() ? ownedBy(acl, facts.account().name()) : acl;
        var apply = new ArrayList<Statement>();
        var undo = new ArrayList<Statement>();
        apply.add(statement("ALTER DATABASE %I ALLOW_CONNECTIONS false").names(name));
        if (ownerWouldReturn()) {
            apply.add(owner(facts.account().name()));
            undo.add(owner(acl.owner()));
            undo.addAll(AclSql.clear(ownedBy(owned, acl.owner()), acl));
            undo.addAll(AclSql.grant(acl));
        }
        undo.add(statement("ALTER DATABASE %I ALLOW_CONNECTIONS true").names(name));
        return step("nobody connects")
                .touches(asset())
                .apply(sql.write(apply))
                .undo(sql.write(undo))
                .check(check(owned, false));
    }

    /** New transactions are read-only unless they say otherwise; nothing can be made in the database. */
    Step readOnly() {
        var lock = nothingMade();
        var name = facts.database().name();
        var before = facts.database().setting(READ_ONLY);
        var apply = new ArrayList<Statement>();
        apply.add(statement("ALTER DATABASE %I SET default_transaction_read_only = on")
                .names(name));
        apply.addAll(lock.take());
        var undo = new ArrayList<>(lock.giveBack());
        undo.add(statement(before.map(Gate::setTo).orElse("ALTER DATABASE %I RESET default_transaction_read_only"))
                .names(name));
        return step("the database is read-only")
                .touches(asset())
                .apply(sql.write(apply))
                .undo(sql.write(undo))
                .check(check(lock.after(), true).expect("/settings", settings()));
    }

    Lock nobodyConnects() {
        return Lock.on(facts.database().acl(), privilege -> privilege == Privilege.CONNECT, facts);
    }

    Lock nothingMade() {
        return Lock.on(facts.database().acl(), Acl.Kind.DATABASE::writes, facts);
    }

    /** The settings as they will be, in the server's order: a new one stands last. */
    private JsonNode settings() {
        var settings = JsonNodeFactory.instance.arrayNode();
        var present = facts.database().setting(READ_ONLY).isPresent();
        facts.database()
                .settings()
                .forEach(setting -> settings.add(setting.startsWith(READ_ONLY + "=") ? READ_ONLY + "=on" : setting));
        return present ? settings : settings.add(READ_ONLY + "=on");
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
                .expect("/grants", Views.grants(acl));
    }

    private Statement owner(String role) {
        return statement("ALTER DATABASE %I OWNER TO %I").names(facts.database().name(), role);
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
