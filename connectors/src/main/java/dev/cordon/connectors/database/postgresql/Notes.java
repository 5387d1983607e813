package dev.cordon.connectors.database.postgresql;

import dev.cordon.action.LockdownDatabase;
import dev.cordon.action.LockdownDatabase.LockdownLevel;
import dev.cordon.connectors.database.postgresql.DatabaseFacts.Reached;
import dev.cordon.document.Printable;
import dev.cordon.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** What no operation of the plan says: who still gets in or writes, and what stays as it is. */
record Notes(LockdownDatabase request, DatabaseFacts facts) {

    Plan on(Plan plan, boolean ownerMoves, boolean guarded) {
        var noted = plan;
        for (var note : notes(ownerMoves, guarded)) {
            noted = noted.note(note);
        }
        return noted;
    }

    private List<String> notes(boolean ownerMoves, boolean guarded) {
        var notes = new ArrayList<String>();
        if (facts.assumed()) {
            notes.add(
                    "assumed, since nothing was read: Cordon's account is a superuser, the database and one table in it"
                            + " belong to a role that applications log in with, everybody may connect, and one role may write");
        }
        notes.add(whoPasses());
        if (ownerMoves) {
            notes.add("until undone the database belongs to Cordon's account: "
                    + Refusals.quoted(facts.reaching(owner())) + " can act as its owner "
                    + Printable.quoted(owner()) + " and would let themselves in again");
        } else if (!facts.reaching(owner()).isEmpty()) {
            notes.add(Refusals.quoted(facts.reaching(owner()))
                    + " can act as the database's owner and could, from another"
                    + " database, " + (readOnly() ? "rename or drop it" : "let themselves in again")
                    + "; revoke_users stops them");
        }
        if (guarded) {
            notes.add("until undone nobody else changes objects or grants in the database, temporary tables included");
        }
        if (request.lockdownLevel() == LockdownLevel.FULL_LOCKDOWN
                && !facts.account().superuser()) {
            notes.add("sessions of superusers that are open stay: only a superuser can end them");
        }
        if (readOnly() && !facts.account().superuser()) {
            notes.add("large objects can still be made and written: only a superuser can take that right away");
        }
        notes.add("prepared transactions, which wait for their second commit, are not ended; they are listed");
        return List.copyOf(notes);
    }

    private String whoPasses() {
        var kept = facts.spared().stream().sorted().toList();
        return switch (request.lockdownLevel()) {
            case READ_ONLY -> "superusers and " + Refusals.quoted(kept) + " still write; everybody else still reads";
            case ADMIN_ONLY -> "superusers and " + Refusals.quoted(kept) + " still connect" + becomeSuperusers();
            case FULL_LOCKDOWN ->
                request.preserveAdmin().isEmpty()
                        ? "nobody connects, Cordon included: it undoes this from another database"
                        : "superusers cannot be kept out while " + Refusals.quoted(kept)
                                + " connect: name them in revoke_users, or leave preserve_admin empty"
                                + becomeSuperusers();
        };
    }

    private String becomeSuperusers() {
        var names = facts.reached().stream()
                .filter(Reached::needsNoGrants)
                .filter(it -> !DatabaseReader.NEED_NO_GRANTS.contains(it.role()))
                .flatMap(it -> it.by().stream())
                .distinct()
                .sorted()
                .toList();
        return names.isEmpty() ? "" : "; " + Refusals.quoted(names) + " can become one from another database";
    }

    private boolean readOnly() {
        return request.lockdownLevel() == LockdownLevel.READ_ONLY;
    }

    private String owner() {
        return facts.database().acl().owner();
    }
}
