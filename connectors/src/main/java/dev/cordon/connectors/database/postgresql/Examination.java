package dev.cordon.connectors.database.postgresql;

import dev.cordon.connectors.database.postgresql.DatabaseReader.AccountRow;
import dev.cordon.document.Printable;
import dev.cordon.plan.Platform.Finding;
import dev.cordon.plan.Reader;
import java.util.ArrayList;
import java.util.List;

/** Whether the server is one that this version knows, and what Cordon's account can do on it. */
record Examination(Sql sql, Reader reader) {

    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    List<Finding> findings() {
        var account = Rows.of(reader.read(sql.read(Queries.ACCOUNT)), AccountRow.class)
                .getFirst();
        var findings = new ArrayList<Finding>();
        findings.add(version(account.version() / 10_000));
        if (account.superuser()) {
            findings.add(new Finding(true, named(account) + " is a superuser: every level"));
            return List.copyOf(findings);
        }
        findings.add(new Finding(
                true,
                named(account) + " is no superuser: admin_only and read_only on databases whose"
                        + " owners it is a member of; where applications log in as the owner, read_only is refused"));
        findings.add(right(account.endsSessions(), "the role pg_signal_backend, to end sessions"));
        findings.add(right(account.seesSessions(), "the role pg_read_all_stats, to find the sessions to end"));
        findings.add(right(account.createsRoles(), "CREATEROLE, for revoke_users"));
        return List.copyOf(findings);
    }

    private static Finding version(int major) {
        var known = OLDEST <= major && major <= NEWEST;
        var what = "PostgreSQL " + major;
        return new Finding(known, known ? what : what + ": this version of Cordon was tried with 15 to 18");
    }

    private static Finding right(boolean has, String what) {
        return new Finding(has, (has ? "has " : "lacks ") + what);
    }

    private static String named(AccountRow account) {
        return "account " + Printable.quoted(account.name());
    }
}
