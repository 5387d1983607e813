package dev.cordon.connectors.database.postgresql;

import static dev.cordon.operation.SqlTransaction.Statement.statement;

import dev.cordon.operation.SqlTransaction.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes grants away and gives them back, each in the name of the role that made it: PostgreSQL keeps the grantor, and
 * only the grantor takes a grant back. PostgreSQL documentation, GRANT and REVOKE.
 */
final class AclSql {

    private static final String AS_ROLE = "SET LOCAL ROLE %I";
    private static final String AS_OURSELVES = "SET LOCAL ROLE NONE";

    private AclSql() {}

    /** One grantor's grants to one grantee: one item of the server's ACL. */
    private record Item(String grantor, @Nullable String grantee, List<Grant> grants) {

        Set<Privilege> privileges(Predicate<Grant> which) {
            var chosen = new LinkedHashSet<Privilege>();
            grants.stream().filter(which).map(Grant::privilege).forEach(chosen::add);
            return chosen;
        }
    }

    /** The column grants first: taking a table's away takes those of the same grantees along. */
    static List<Statement> revoke(Acl acl, Predicate<Grant> which) {
        var statements = new ArrayList<Statement>();
        for (var column : acl.columns()) {
            statements.addAll(
                    revoke(GrantTarget.column(acl, column.name()), acl.owner(), chosen(column.grants(), which)));
        }
        statements.addAll(revoke(GrantTarget.of(acl), acl.owner(), chosen(acl.grants(), which)));
        return statements;
    }

    /** Takes everything away that stands in {@code now}, and what of the owner's own grants stands in {@code other}. */
    static List<Statement> clear(Acl now, Acl other) {
        var statements = new ArrayList<>(revoke(now, grant -> !grant.grantor().equals(now.owner())));
        var ofOwner = now.and(other);
        statements.addAll(revoke(ofOwner, grant -> grant.grantor().equals(now.owner())));
        return List.copyOf(statements);
    }

    /** In the order of the list, but nobody passes on what he has not got yet. */
    static List<Statement> grant(Acl acl) {
        var statements = new ArrayList<Statement>();
        statements.addAll(grant(GrantTarget.of(acl), acl.owner(), items(acl.grants())));
        for (var column : acl.columns()) {
            statements.addAll(grant(GrantTarget.column(acl, column.name()), acl.owner(), items(column.grants())));
        }
        return statements;
    }

    /** What was passed on goes first, in its grantor's name; what the owner gave follows in one statement. */
    private static List<Statement> revoke(GrantTarget target, String owner, List<Grant> gone) {
        var statements = new ArrayList<Statement>();
        var ordered = new ArrayList<>(inOrder(owner, items(gone)));
        Collections.reverse(ordered);
        for (var item : ordered) {
            if (!item.grantor().equals(owner)) {
                var revoked = target.revoke(item.privileges(_ -> true), Collections.singletonList(item.grantee()));
                statements.addAll(as(item.grantor(), revoked));
            }
        }
        var ofOwner =
                gone.stream().filter(grant -> grant.grantor().equals(owner)).toList();
        if (!ofOwner.isEmpty()) {
            var privileges = new LinkedHashSet<Privilege>();
            var grantees = new LinkedHashSet<@Nullable String>();
            ofOwner.forEach(grant -> {
                privileges.add(grant.privilege());
                grantees.add(grant.grantee());
            });
            statements.add(target.revoke(privileges, new ArrayList<>(grantees)));
        }
        return statements;
    }

    private static List<Statement> grant(GrantTarget target, String owner, List<Item> items) {
        var statements = new ArrayList<Statement>();
        for (var item : inOrder(owner, items)) {
            for (var grantable : List.of(false, true)) {
                var privileges = item.privileges(grant -> grant.grantable() == grantable);
                if (!privileges.isEmpty()) {
                    var given = target.grant(privileges, item.grantee(), grantable);
                    statements.addAll(item.grantor().equals(owner) ? List.of(given) : as(item.grantor(), given));
                }
            }
        }
        return statements;
    }

    private static List<Statement> as(String role, Statement statement) {
        return List.of(statement(AS_ROLE).names(role), statement, statement(AS_OURSELVES));
    }

    private static List<Grant> chosen(List<Grant> grants, Predicate<Grant> which) {
        return grants.stream().filter(which).toList();
    }

    private static List<Item> items(List<Grant> grants) {
        var items = new LinkedHashMap<List<@Nullable String>, List<Grant>>();
        for (var grant : grants) {
            var key = new ArrayList<@Nullable String>();
            key.add(grant.grantor());
            key.add(grant.grantee());
            items.computeIfAbsent(key, _ -> new ArrayList<>()).add(grant);
        }
        return items.values().stream()
                .map(of -> new Item(of.getFirst().grantor(), of.getFirst().grantee(), List.copyOf(of)))
                .toList();
    }

    /** A grantor's own item before those that it made; a circle, which PostgreSQL does not allow, keeps its order. */
    private static List<Item> inOrder(String owner, List<Item> items) {
        var left = new ArrayList<>(items);
        var ordered = new ArrayList<Item>();
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(item -> item.grantor().equals(owner)
                            || left.stream().noneMatch(other -> !other.equals(item) && empowers(other, item)))
                    .findFirst()
                    .orElse(left.getFirst());
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean empowers(Item first, Item second) {
        return second.grantor().equals(first.grantee())
                && first.grants().stream().anyMatch(Grant::grantable);
    }
}
