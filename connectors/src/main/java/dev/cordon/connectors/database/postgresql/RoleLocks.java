package dev.cordon.connectors.database.postgresql;

import static dev.cordon.operation.SqlTransaction.Statement.statement;
import static dev.cordon.plan.Check.look;
import static dev.cordon.plan.Step.step;

import dev.cordon.connectors.database.postgresql.DatabaseFacts.Revoked;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Stage;
import dev.cordon.plan.Step;
import dev.cordon.plan.Subject;
import java.util.List;

/** Nobody logs in with a revoked account any more, on any database of the server. Who is in already stays until ended. */
record RoleLocks(Sql sql) {

    /** One step for each that could log in. */
    Stage lock(List<Revoked> revoked) {
        return Stage.stage(
                revoked.stream().filter(Revoked::login).map(this::lock).toList());
    }

    private Step lock(Revoked role) {
        return step("lock out " + role.name())
                .touches(asset(role))
                .apply(sql.write(List.of(statement("ALTER ROLE %I NOLOGIN").names(role.name()))))
                .undo(sql.write(List.of(statement("ALTER ROLE %I LOGIN").names(role.name()))))
                .check(look(sql.read(Queries.ROLE_MAY_LOG_IN, Value.of(role.oid()), Value.of(role.name())))
                        .expect("/rows/0/login", false)
                        .says("the account may not log in any more"));
    }

    Asset asset(Revoked role) {
        return new Asset(sql.on(), "role", String.valueOf(role.oid()), List.of(role.name()))
                .of(new Subject.Account(List.of(role.name())));
    }
}
