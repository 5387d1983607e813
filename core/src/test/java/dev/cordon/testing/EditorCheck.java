package dev.cordon.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an editor says that knows a JSON Schema: the validator is somebody else's, and YAML means what YAML 1.2 says,
 * so that {@code 0x10} is a number and {@code key:} is null.
 */
public final class EditorCheck {

    private static final SchemaRegistry DRAFT = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = new JsonMapper();

    private final Schema schema;

    public EditorCheck(JsonNode schema) {
        this.schema = DRAFT.getSchema(schema);
    }

    /** The schema of schemas. */
    public static EditorCheck ofSchemas() {
        return new EditorCheck(DRAFT.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId())));
    }

    private EditorCheck(Schema schema) {
        this.schema = schema;
    }

    /** None where the document is valid. */
    public List<String> complaints(JsonNode document) {
        return schema.validate(document).stream().map(Error::toString).toList();
    }

    /** As {@link #complaints(JsonNode)}, of YAML or JSON. */
    public List<String> complaints(String yaml) {
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return complaints(JSON.valueToTree(new Load(settings).loadFromString(yaml)));
    }
}
