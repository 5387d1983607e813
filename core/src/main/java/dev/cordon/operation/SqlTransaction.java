package dev.cordon.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Statements in one session and one transaction on one named database; a read runs in a read-only transaction.
 *
 * <p>The answer is that of the last statement: {@code {"rows": [{column: value, …}], "n": rows, "updated": n}}. Whole
 * numbers, truth values and JSON come as such, everything else as the server's text.
 *
 * @param database the name of the database that the session is opened on
 */
@JsonTypeName("sql")
public record SqlTransaction(Terms terms, String database, List<Statement> statements) implements Operation {

    public SqlTransaction {
        requireNonNull(terms, "terms");
        requireNonNull(database, "database");
        statements = List.copyOf(statements);
    }

    /**
     * One statement. Names cannot be bound in SQL, so each {@code %I} in the text stands for the next of
     * {@code names}, which the transport quotes as an identifier; each {@code ?} is bound to the next of
     * {@code values}.
     *
     * @param text constant text of the connector, never of the world
     */
    public record Statement(String text, List<Value> names, List<Value> values) {

        public Statement {
            requireNonNull(text, "text");
            names = List.copyOf(names);
            values = List.copyOf(values);
            Value.refuseSecrets("the name of an object", names);
        }

        /** Begins one without names and values: {@code statement("ALTER ROLE %I NOLOGIN").names(role)}. */
        public static Statement statement(String text) {
            return new Statement(text, List.of(), List.of());
        }

        public Statement names(List<String> more) {
            return new Statement(text, more.stream().map(Value::of).toList(), values);
        }

        public Statement names(String... more) {
            return names(List.of(more));
        }

        public Statement values(Value... more) {
            return new Statement(text, names, List.of(more));
        }

        Statement with(UnaryOperator<Value> promise) {
            return new Statement(
                    text,
                    names.stream().map(name -> name.with(promise)).toList(),
                    values.stream().map(value -> value.with(promise)).toList());
        }
    }

    @Override
    public SqlTransaction with(UnaryOperator<Value> promise) {
        return new SqlTransaction(
                terms,
                database,
                statements.stream().map(statement -> statement.with(promise)).toList());
    }
}
