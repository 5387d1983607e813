package dev.cordon.connectors.database.postgresql;

import static dev.cordon.operation.SqlTransaction.Statement.statement;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Operation;
import dev.cordon.operation.SqlTransaction;
import dev.cordon.operation.SqlTransaction.Statement;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import java.util.Collection;
import java.util.List;

/**
 * Transactions on one platform. What belongs to the whole server is read and changed from the maintenance database,
 * never from the one that is locked.
 */
record Sql(PlatformName on, String maintenance) {

    Operation read(String text, Value... values) {
        return readIn(maintenance, text, values);
    }

    Operation readIn(String database, String text, Value... values) {
        return new SqlTransaction(
                Terms.read(on), database, List.of(statement(text).values(values)));
    }

    Operation write(List<Statement> statements) {
        return writeIn(maintenance, statements);
    }

    /** Sent twice it changes nothing more, or is refused whole. */
    Operation writeIn(String database, List<Statement> statements) {
        return new SqlTransaction(Terms.write(on), database, statements);
    }

    /** Names as a JSON list, for one {@code ?::jsonb}. */
    static Value names(Collection<String> names) {
        return Value.texts(names.stream().sorted().toList());
    }
}
