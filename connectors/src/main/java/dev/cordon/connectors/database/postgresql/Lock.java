package dev.cordon.connectors.database.postgresql;

import dev.cordon.connectors.database.postgresql.DatabaseFacts.Kept;
import dev.cordon.operation.SqlTransaction.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Takes some privileges on one object from everybody but the accounts that are kept, and knows what its ACL is then.
 *
 * <p>What a kept account had, be it through PUBLIC or through another role, it gets from the owner. An owner whom no
 * outsider can act as keeps its own rights; any other loses them too, or its members would go on as before.
 *
 * @param before as it was read
 * @param after as it will be
 */
record Lock(Acl before, Acl after, Predicate<Grant> taken) {

    /** @param which the privileges to take */
    static Lock on(Acl acl, Predicate<Privilege> which, DatabaseFacts facts) {
        Predicate<Grant> taken = grant -> which.test(grant.privilege()) && !ownRight(acl, grant, facts);
        var after = acl.with(grants -> {
            var left = new LinkedHashSet<Grant>();
            grants.stream().filter(taken.negate()).forEach(left::add);
            facts.kept().forEach(kept -> left.addAll(due(kept, acl, grants, which)));
            return List.copyOf(left);
        });
        return new Lock(acl, after, taken);
    }

    /** Whether somebody who is not kept has what is to be taken. */
    boolean changes(DatabaseFacts facts) {
        var kept = facts.kept().stream().map(Kept::name).toList();
        return before.allGrants()
                .filter(taken)
                .anyMatch(grant -> grant.grantee() == null || !kept.contains(grant.grantee()));
    }

    List<Statement> take() {
        var given = after.with(grants -> grants.stream().filter(taken).toList());
        return Stream.concat(AclSql.revoke(before, taken).stream(), AclSql.grant(given).stream())
                .toList();
    }

    /** Empties the ACL and writes it anew, so that even the order in it is as it was, also when it is done twice. */
    List<Statement> giveBack() {
        return Stream.concat(AclSql.clear(after, before).stream(), AclSql.grant(before).stream())
                .toList();
    }

    /** Grants that somebody other than the owner made: only that role takes them back and makes them again. */
    Stream<Grant> passedOn() {
        return before.allGrants().filter(grant -> !grant.grantor().equals(before.owner()));
    }

    private static boolean ownRight(Acl acl, Grant grant, DatabaseFacts facts) {
        return acl.owner().equals(grant.grantee())
                && (acl.kind().isDefault() || facts.reaching(acl.owner()).isEmpty());
    }

    private static List<Grant> due(Kept kept, Acl acl, List<Grant> grants, Predicate<Privilege> which) {
        return grants.stream()
                .filter(grant -> which.test(grant.privilege()))
                .filter(grant -> grant.grantee() == null || kept.actsAs().contains(grant.grantee()))
                .map(grant -> new Grant(acl.owner(), kept.name(), grant.privilege(), false))
                .distinct()
                .toList();
    }
}
