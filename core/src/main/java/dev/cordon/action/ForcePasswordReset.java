package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.util.Optional;

/**
 * Sets an account a new password, or makes it choose one. A temporary password is made when the action runs, kept
 * sealed and shown once to somebody who may see it. Cannot be undone, but for an expiry alone.
 */
public record ForcePasswordReset(
        AccountName username,
        boolean requireMfaReenroll,
        boolean expireImmediately,
        boolean notifyUser,
        boolean generateTempPassword,
        Reason reason)
        implements ContainmentRequest {

    static final Parameter<Boolean> REQUIRE_MFA_REENROLL = Parameter.defaulted(
            "require_mfa_reenroll", Types.trueOrFalse(), true, "The second factor has to be enrolled anew.");
    static final Parameter<Boolean> EXPIRE_IMMEDIATELY = Parameter.defaulted(
            "expire_immediately", Types.trueOrFalse(), true, "The password has to be changed at the next login.");
    static final Parameter<Boolean> NOTIFY_USER =
            Parameter.defaulted("notify_user", Types.trueOrFalse(), true, "Tell the user.");
    static final Parameter<Boolean> GENERATE_TEMP_PASSWORD = Parameter.defaulted(
            "generate_temp_password",
            Types.trueOrFalse(),
            true,
            "Set a temporary password; without it the old one still works once.");

    static final Schema SCHEMA = Schema.of(
                    "force_password_reset",
                    Common.USERNAME,
                    REQUIRE_MFA_REENROLL,
                    EXPIRE_IMMEDIATELY,
                    NOTIFY_USER,
                    GENERATE_TEMP_PASSWORD,
                    Common.REASON_IF_ANY)
            .rule(GENERATE_TEMP_PASSWORD, EXPIRE_IMMEDIATELY, ForcePasswordReset::nothing);

    public ForcePasswordReset {
        Schema.demand(nothing(generateTempPassword, expireImmediately));
    }

    static ForcePasswordReset from(Values given) {
        var username = given.get(Common.USERNAME);
        return new ForcePasswordReset(
                username,
                given.get(REQUIRE_MFA_REENROLL),
                given.get(EXPIRE_IMMEDIATELY),
                given.get(NOTIFY_USER),
                given.get(GENERATE_TEMP_PASSWORD),
                Common.reason(given, "Reset the password of", username));
    }

    private static Optional<String> nothing(boolean generate, boolean expire) {
        return generate || expire
                ? Optional.empty()
                : Optional.of(
                        "generate_temp_password and expire_immediately are both false: the password would stay as it is");
    }

    @Override
    public ActionKind kind() {
        return ActionKind.FORCE_PASSWORD_RESET;
    }

    @Override
    public String target() {
        return username.toString();
    }

    @Override
    public String targetType() {
        return "user_account";
    }

    @Override
    public Values values() {
        return Values.of(
                Common.USERNAME.is(username),
                REQUIRE_MFA_REENROLL.is(requireMfaReenroll),
                EXPIRE_IMMEDIATELY.is(expireImmediately),
                NOTIFY_USER.is(notifyUser),
                GENERATE_TEMP_PASSWORD.is(generateTempPassword),
                Common.because(reason));
    }
}
