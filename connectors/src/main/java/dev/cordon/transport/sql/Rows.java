package dev.cordon.transport.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a statement gave, as JSON. */
final class Rows {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Rows() {}

    static JsonNode of(PreparedStatement done) throws SQLException {
        var answer = JsonNodeFactory.instance.objectNode();
        var rows = answer.putArray("rows");
        try (var result = done.getResultSet()) {
            while (result != null && result.next()) {
                var row = rows.addObject();
                var columns = result.getMetaData();
                for (var i = 1; i <= columns.getColumnCount(); i++) {
                    row.set(columns.getColumnLabel(i), value(result, i, columns.getColumnTypeName(i)));
                }
            }
        }
        answer.put("n", rows.size());
        answer.put("updated", Math.max(0, done.getUpdateCount()));
        return answer;
    }

    private static JsonNode value(ResultSet result, int column, String type) throws SQLException {
        @Nullable String text = result.getString(column);
        if (text == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        return switch (type) {
            case "int2", "int4", "int8", "oid" -> JsonNodeFactory.instance.numberNode(Long.parseLong(text));
            case "bool" -> JsonNodeFactory.instance.booleanNode(text.startsWith("t"));
            case "json", "jsonb" -> MAPPER.readTree(text);
            default -> JsonNodeFactory.instance.stringNode(text);
        };
    }
}
