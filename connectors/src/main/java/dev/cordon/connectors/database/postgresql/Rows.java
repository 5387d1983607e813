package dev.cordon.connectors.database.postgresql;

import dev.cordon.connectors.database.postgresql.DatabaseFacts.Database;
import dev.cordon.plan.Canonical;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Turns the rows of an answer into the records that they are. */
final class Rows {

    private Rows() {}

    /** @throws IllegalArgumentException where a row is not of the shape that the query gives */
    static <T> List<T> of(JsonNode answer, Class<T> type) {
        return read(answer, row -> Canonical.read(row.toString(), type));
    }

    static List<Acl> acls(JsonNode answer) {
        return of(answer, Acl.class);
    }

    /** The one row of {@link Queries#DATABASE}. */
    static Optional<Database> database(JsonNode answer) {
        return read(answer, row -> Canonical.read(row.toString(), DatabaseRow.class)).stream()
                .findFirst()
                .map(DatabaseRow::database);
    }

    static List<String> texts(JsonNode answer, String column) {
        return read(answer, row -> row.path(column).stringValue());
    }

    private record DatabaseRow(
            long oid,
            String name,
            String owner,
            boolean template,
            boolean allowsConnections,
            long connectionLimit,
            List<Grant> grants,
            List<String> settings) {

        Database database() {
            var acl = new Acl(Acl.Kind.DATABASE, oid, List.of(name), owner, grants, List.of());
            return new Database(acl, template, allowsConnections, connectionLimit, settings);
        }
    }

    private static <T> List<T> read(JsonNode answer, Function<JsonNode, T> each) {
        try {
            var rows = new ArrayList<T>();
            for (var row : answer.path("rows").values()) {
                rows.add(each.apply(row));
            }
            return List.copyOf(rows);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }
}
