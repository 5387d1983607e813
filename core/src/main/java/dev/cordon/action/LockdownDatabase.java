package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Printable;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.util.List;
import java.util.Optional;

/**
 * Takes rights away from the users of a database, ends their sessions or makes those read-only, and gives everything
 * back exactly. Cordon's own account is never cut.
 *
 * @param revokeUsers   accounts that lose all access, whatever the level
 * @param preserveAdmin accounts that keep what they have; none of them may be in {@code revokeUsers}
 */
public record LockdownDatabase(
        DatabaseName database,
        DatabaseType dbType,
        LockdownLevel lockdownLevel,
        List<AccountName> revokeUsers,
        List<AccountName> preserveAdmin,
        Reason reason)
        implements ContainmentRequest {

    public enum LockdownLevel implements Word {
        /** Everybody may still read, nobody may write. */
        READ_ONLY,
        /** Only administrators get in. */
        ADMIN_ONLY,
        /** Nobody gets in but {@code preserve_admin} and Cordon itself. */
        FULL_LOCKDOWN
    }

    static final Parameter<DatabaseName> DATABASE =
            Parameter.required("database", ValueTypes.DATABASE, "The database, as its server writes it.");
    static final Parameter<DatabaseType> DB_TYPE =
            Parameter.required("db_type", Types.oneOf(DatabaseType.values()), "The kind of database server.");
    static final Parameter<LockdownLevel> LOCKDOWN_LEVEL = Parameter.defaulted(
            "lockdown_level",
            Types.oneOf(LockdownLevel.values()),
            LockdownLevel.READ_ONLY,
            "read_only: nobody writes; admin_only: only administrators get in; full_lockdown: nobody but preserve_admin.");
    static final Parameter<List<AccountName>> REVOKE_USERS = Parameter.defaulted(
            "revoke_users",
            Types.listOf(ValueTypes.ACCOUNT),
            List.of(),
            "Accounts that lose all access, whatever the level.");
    static final Parameter<List<AccountName>> PRESERVE_ADMIN = Parameter.defaulted(
            "preserve_admin", Types.listOf(ValueTypes.ACCOUNT), List.of(), "Accounts that keep what they have.");

    static final Schema SCHEMA = Schema.of(
                    "lockdown_database",
                    DATABASE,
                    DB_TYPE,
                    LOCKDOWN_LEVEL,
                    REVOKE_USERS,
                    PRESERVE_ADMIN,
                    Common.REASON_IF_ANY)
            .rule(PRESERVE_ADMIN, REVOKE_USERS, LockdownDatabase::inBoth);

    public LockdownDatabase {
        revokeUsers = List.copyOf(revokeUsers);
        preserveAdmin = List.copyOf(preserveAdmin);
        Schema.demand(inBoth(preserveAdmin, revokeUsers));
    }

    private static Optional<String> inBoth(List<AccountName> preserved, List<AccountName> revoked) {
        return preserved.stream()
                .filter(revoked::contains)
                .findFirst()
                .map(name -> Printable.quoted(name.value()) + " stands in revoke_users and in preserve_admin");
    }

    static LockdownDatabase from(Values given) {
        var database = given.get(DATABASE);
        return new LockdownDatabase(
                database,
                given.get(DB_TYPE),
                given.get(LOCKDOWN_LEVEL),
                given.get(REVOKE_USERS),
                given.get(PRESERVE_ADMIN),
                Common.reason(given, "Lock down the database", database));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.LOCKDOWN_DATABASE;
    }

    @Override
    public String target() {
        return database.toString();
    }

    @Override
    public String targetType() {
        return "database";
    }

    @Override
    public Values values() {
        return Values.of(
                DATABASE.is(database),
                DB_TYPE.is(dbType),
                LOCKDOWN_LEVEL.is(lockdownLevel),
                REVOKE_USERS.is(revokeUsers),
                PRESERVE_ADMIN.is(preserveAdmin),
                Common.because(reason));
    }
}
