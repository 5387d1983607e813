package dev.cordon.transport.sql;

import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * What an error means for what may be done next. PostgreSQL documentation, appendix A.
 *
 * @param now for when to try again
 * @param secret masked wherever the server repeats it; where it is so short that its mask would give it away, what the
 *     server said is left out
 */
record SqlStates(Instant now, Optional<String> secret) {

    private static final int SHORTEST_MASKED = 4;

    /** How far the transaction had come. */
    enum Stage {
        CONNECTING,
        /** Not committed: what was done so far is undone by the server itself. */
        BEFORE_COMMIT,
        COMMITTING
    }

    Answer answer(SQLException e, Stage stage) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        var said = said(e);
        if (stage == Stage.CONNECTING && state.equals("08004")) {
            return new Answer.Unauthorized(said); // the driver's word for: no password was given, no SSL was agreed on
        }
        if (lost(state)) {
            return switch (stage) {
                case CONNECTING -> new Answer.Unreachable(said);
                case BEFORE_COMMIT ->
                    new Answer.Unreachable(text("connection lost before COMMIT, nothing was done: " + said));
                case COMMITTING -> new Answer.Unanswered(said);
            };
        }
        return switch (state) {
            case "40001", "40P01", "55P03", "XX000", "57014" -> new Answer.Throttled(now.plusSeconds(1));
            case "42501" -> new Answer.Unauthorized(said);
            case "3D000", "42704", "42P01", "3F000", "42883" -> new Answer.NotFound(said);
            default -> state.startsWith("28") ? new Answer.Unauthorized(said) : new Answer.Rejected(state, said);
        };
    }

    /** Connection exceptions, too many connections, and a server that stops, starts, or ended this session. */
    private static boolean lost(String state) {
        return state.startsWith("08")
                || switch (state) {
                    case "53300", "57P01", "57P02", "57P03", "57P05", "" -> true;
                    default -> false;
                };
    }

    private VendorText said(SQLException e) {
        return text(String.valueOf(e.getMessage()));
    }

    private VendorText text(String message) {
        return new VendorText(secret.map(hidden -> without(hidden, message)).orElse(message));
    }

    private static String without(String secret, String message) {
        if (message.contains(secret) && secret.length() < SHORTEST_MASKED) {
            return "what the server said is left out, because it holds the password";
        }
        return message.replace(secret, "***");
    }
}
