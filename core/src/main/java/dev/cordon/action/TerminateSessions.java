package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.util.List;

/**
 * Ends the sessions of a user on every platform that finds them. Nothing keeps the user from logging in again, so it
 * goes with {@link DisableAccount} or {@link ForcePasswordReset}. Cannot be undone.
 *
 * @param sessionTypes at least one; written twice counts once
 */
public record TerminateSessions(
        AccountName username, List<SessionType> sessionTypes, boolean force, boolean invalidateTokens, Reason reason)
        implements ContainmentRequest {

    public enum SessionType implements Word {
        /** Each of the following. */
        ALL,
        VPN,
        RDP,
        /** Sessions of the identity providers. */
        WEB,
        /** Grants and refresh tokens. */
        CLOUD
    }

    static final Parameter<List<SessionType>> SESSION_TYPES = Parameter.defaulted(
            "session_types",
            Types.atLeastOne(Types.oneOf(SessionType.values())),
            List.of(SessionType.ALL),
            "Which sessions are ended.");
    static final Parameter<Boolean> FORCE = Parameter.defaulted(
            "force", Types.trueOrFalse(), true, "End them at once; else the user is warned a minute before.");
    static final Parameter<Boolean> INVALIDATE_TOKENS =
            Parameter.defaulted("invalidate_tokens", Types.trueOrFalse(), true, "Take back OAuth tokens too.");

    static final Schema SCHEMA = Schema.of(
            "terminate_sessions", Common.USERNAME, SESSION_TYPES, FORCE, INVALIDATE_TOKENS, Common.REASON_IF_ANY);

    public TerminateSessions {
        sessionTypes = Common.once(sessionTypes);
    }

    static TerminateSessions from(Values given) {
        var username = given.get(Common.USERNAME);
        return new TerminateSessions(
                username,
                given.get(SESSION_TYPES),
                given.get(FORCE),
                given.get(INVALIDATE_TOKENS),
                Common.reason(given, "Terminate the sessions of", username));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.TERMINATE_SESSIONS;
    }

    @Override
    public String target() {
        return username.toString();
    }

    @Override
    public String targetType() {
        return "user_sessions";
    }

    @Override
    public Values values() {
        return Values.of(
                Common.USERNAME.is(username),
                SESSION_TYPES.is(sessionTypes),
                FORCE.is(force),
                INVALIDATE_TOKENS.is(invalidateTokens),
                Common.because(reason));
    }
}
