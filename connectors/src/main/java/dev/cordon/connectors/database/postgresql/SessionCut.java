package dev.cordon.connectors.database.postgresql;

import static dev.cordon.operation.SqlTransaction.Statement.statement;
import static dev.cordon.operation.Value.item;
import static dev.cordon.plan.Check.look;
import static dev.cordon.plan.Each.each;
import static dev.cordon.plan.Step.step;

import dev.cordon.connectors.database.postgresql.DatabaseFacts.Revoked;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Value;
import dev.cordon.plan.Each;
import dev.cordon.plan.Read;
import dev.cordon.plan.Step;
import java.time.Duration;
import java.util.List;

/** Ends the sessions that were there before the gate, and those that come back through it. */
record SessionCut(Sql sql, DatabaseFacts facts, Who who) {

    /** Whose sessions end, beside those of the revoked accounts. */
    enum Who {
        /** Superusers stay: they would come back at once. */
        ALL_BUT_SUPERUSERS,
        ALL,
        /**
         * Those whose transaction began before the gate was shut: what it wrote it could still commit, and a statement that
         * is running was let through before. The others may go on reading.
         */
        OLDER_TRANSACTIONS
    }

    private static final String SHUT = "shut";
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration MOST_TIME_TO_END = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    /** Keeps the time at which the gate was known to be shut. */
    Step shut() {
        return step("the gate is shut")
                .check(look(sql.read(Queries.NOW)).expect("/n", 1).says("the time is read at which the gate was shut"))
                .save(SHUT, "/rows/0/now");
    }

    Each sessions() {
        return each("session", read())
                .key("/key")
                .asset("session", "/key")
                .account("/account")
                .atMost(MOST)
                .holds(QUIET)
                .steps(end());
    }

    /** Found by the same look as the sessions to end. */
    Step nobodyIsLeft() {
        return step("nobody is left")
                .check(look(operation())
                        .expect("/n", 0)
                        .says("no such session is left")
                        .settles(MOST_TIME_TO_END));
    }

    private Read read() {
        return Read.of(operation());
    }

    private Operation operation() {
        return sql.read(
                Queries.SESSIONS,
                Value.of(facts.database().name()),
                Sql.names(facts.spared()),
                Sql.names(facts.revoked().stream().map(Revoked::name).toList()),
                Value.of(who != Who.ALL),
                who == Who.OLDER_TRANSACTIONS ? Value.saved(SHUT) : Value.nothing());
    }

    private Step end() {
        return step("end the session")
                .apply(sql.write(List.of(statement(Queries.TERMINATE).values(item("/pid"), item("/started")))))
                .check(look(sql.read(Queries.SESSION_LEFT, item("/pid"), item("/started")))
                        .expect("/rows/0/n", 0)
                        .says("the session is gone")
                        .settles(MOST_TIME_TO_END))
                .none("clients connect again after undo");
    }
}
