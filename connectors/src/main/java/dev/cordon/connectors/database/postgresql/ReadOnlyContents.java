package dev.cordon.connectors.database.postgresql;

import static dev.cordon.plan.Check.look;

import dev.cordon.connectors.database.postgresql.DatabaseFacts.Kept;
import dev.cordon.operation.SqlTransaction.Statement;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Read;
import dev.cordon.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Takes every right to write from what is in the database: one transaction for each schema. */
record ReadOnlyContents(Sql sql, DatabaseFacts facts) {

    private static final String LATER = "default privileges";
    private static final String LARGE_OBJECTS = "large objects";

    /**
     * Those of the objects on which somebody who is not kept can write. Schemas come first: only who may look into one is
     * heard when it grants something in it.
     */
    List<Lock> locks() {
        return facts.contents().stream()
                .filter(acl -> facts.account().superuser() || !isLargeObjects(acl))
                .map(acl -> Lock.on(acl, acl.kind()::writes, facts))
                .filter(lock -> lock.changes(facts))
                .sorted(Comparator.comparing(lock -> lock.before().kind()))
                .toList();
    }

    /** Somebody owns something here: without the guard it would give itself back what is taken. */
    boolean needsGuard() {
        return facts.account().superuser() && !reachedOwners().isEmpty();
    }

    /** The owners that outsiders can act as, whether or not a guard stops them. */
    List<String> reachedOwners() {
        return facts.contents().stream()
                .map(Acl::owner)
                .distinct()
                .filter(owner -> !facts.reaching(owner).isEmpty())
                .sorted()
                .toList();
    }

    Step guard() {
        return Step.step("nobody changes objects or grants")
                .touches(schema(Guard.NAME, 0))
                .apply(sql.writeIn(
                        database(),
                        Guard.raise(facts.kept().stream().map(Kept::name).toList())))
                .undo(sql.writeIn(database(), Guard.lower()))
                .check(look(sql.readIn(database(), Queries.GUARD))
                        .expect("/rows/0/n", 1)
                        .says("the event trigger is there and enabled"));
    }

    /** One after another: they all write to the same few catalogs. */
    List<Step> steps() {
        var bySchema = new TreeMap<String, List<Lock>>();
        locks().forEach(lock -> bySchema.computeIfAbsent(group(lock.before()), _ -> new ArrayList<>())
                .add(lock));
        return bySchema.entrySet().stream().map(this::step).toList();
    }

    private Step step(Map.Entry<String, List<Lock>> group) {
        var locks = group.getValue();
        var after = locks.stream().map(Lock::after).toList();
        var read = Read.of(sql.readIn(database(), Queries.CONTENTS, Value.of(group.getKey())))
                .as(Views.ACLS, Views.only(after));
        return Step.step(group.getKey() + " cannot be written to")
                .touches(asset(group.getKey()))
                .apply(sql.writeIn(database(), all(locks, Lock::take)))
                .undo(sql.writeIn(database(), all(locks, Lock::giveBack)))
                .check(look(read)
                        .expect("/digest", Views.digest(after).value())
                        .says("all privileges on them, read back, are those that were set"));
    }

    private Asset asset(String group) {
        return facts.contents().stream()
                .filter(acl -> acl.kind() == Acl.Kind.SCHEMA && group(acl).equals(group))
                .findFirst()
                .map(acl -> schema(acl.path().getFirst(), acl.oid()))
                .orElseGet(() ->
                        new Asset(sql.on(), group, facts.database().acl().oid() + "/" + group, List.of(database())));
    }

    private Asset schema(String name, long oid) {
        return new Asset(
                sql.on(), "schema", facts.database().acl().oid() + "/" + oid, List.of(database() + "." + name));
    }

    private String database() {
        return facts.database().name();
    }

    private static String group(Acl acl) {
        if (isLargeObjects(acl)) {
            return LARGE_OBJECTS;
        }
        if (acl.kind().isDefault()) {
            return LATER;
        }
        return "schema " + acl.path().getFirst();
    }

    private static boolean isLargeObjects(Acl acl) {
        return acl.kind() == Acl.Kind.ROUTINE && acl.path().getFirst().equals("pg_catalog");
    }

    private static List<Statement> all(List<Lock> locks, Function<Lock, List<Statement>> what) {
        return locks.stream().map(what).flatMap(List::stream).toList();
    }
}
