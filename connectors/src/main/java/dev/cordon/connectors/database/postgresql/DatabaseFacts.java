package dev.cordon.connectors.database.postgresql;

import dev.cordon.plan.Facts;
import dev.cordon.plan.Shown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a lockdown must know, and what undoing it gives back.
 *
 * @param account Cordon's own
 * @param revoked the accounts that lose all access
 * @param kept the accounts that keep what they have: {@code preserve_admin}, and Cordon's own unless it is a superuser
 * @param reached who can act as an owner, or as a role that needs no grants; roles that nobody reaches are left out
 * @param contents what is in the database; empty unless the level is {@code read_only}
 * @param shutOut grantors whose grants in a schema could not be made again
 * @param guarded the guard of an earlier lockdown is there
 * @param superusers pass every lock
 * @param prepared transactions that wait for their second commit
 * @param assumed nothing was read
 */
record DatabaseFacts(
        Account account,
        Database database,
        List<Revoked> revoked,
        List<Kept> kept,
        List<Reached> reached,
        List<Acl> contents,
        List<ShutOut> shutOut,
        boolean guarded,
        Shown<List<String>> superusers,
        Shown<List<Session>> sessions,
        Shown<List<Prepared>> prepared,
        boolean assumed)
        implements Facts {

    DatabaseFacts {
        revoked = List.copyOf(revoked);
        kept = List.copyOf(kept);
        reached = List.copyOf(reached);
        contents = List.copyOf(contents);
        shutOut = List.copyOf(shutOut);
    }

    /** @param actsAs every role whose rights it has, or can give itself */
    record Account(
            String name,
            boolean superuser,
            boolean createsRoles,
            int version,
            boolean endsSessions,
            boolean seesSessions,
            List<String> actsAs) {}

    /** @param settings as ALTER DATABASE … SET wrote them: {@code name=value} */
    record Database(Acl acl, boolean template, boolean allowsConnections, long connectionLimit, List<String> settings) {

        String name() {
            return acl.path().getFirst();
        }

        Optional<String> setting(String name) {
            return settings.stream()
                    .filter(setting -> setting.startsWith(name + "="))
                    .map(setting -> setting.substring(name.length() + 1))
                    .findFirst();
        }
    }

    record Revoked(long oid, String name, boolean login, boolean superuser) {}

    /** @param actsAs every role whose rights it has, itself included */
    record Kept(String name, List<String> actsAs) {}

    /** @param needsNoGrants it can change data, or let itself in, whatever the grants are */
    record Reached(String role, boolean needsNoGrants, List<String> by) {}

    record ShutOut(String grantor, String schema) {}

    record Session(String account, String database, String application, String client) {}

    record Prepared(String gid, String owner, String prepared) {}

    /** The login roles, no superusers and none of those kept or revoked, that can act as this role. */
    List<String> reaching(String role) {
        return reached.stream()
                .filter(it -> it.role().equals(role))
                .findFirst()
                .map(Reached::by)
                .orElse(List.of());
    }

    /** Whose sessions are never ended. */
    Set<String> spared() {
        return Stream.concat(Stream.of(account.name()), kept.stream().map(Kept::name))
                .collect(Collectors.toUnmodifiableSet());
    }
}
