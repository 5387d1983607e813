package dev.cordon.configuration;

import dev.cordon.document.Documents;
import dev.cordon.document.JsonSchema;
import dev.cordon.document.Parameter;
import dev.cordon.document.Reading;
import dev.cordon.document.Schema;
import dev.cordon.plan.PlatformType;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads {@code cordon.yaml}. Everything that is wrong is reported at once, each problem at its place; a section that
 * this version does not obey is one of them, never accepted and ignored.
 */
public final class ConfigurationReader {

    private static final String[] NOT_YET = {
        "automations", "environments", "evidence", "guardian", "notify", "retention", "schedule", "server", "users"
    };

    private final Parameter<List<ConfiguredPlatform>> platforms;
    private final Schema schema;

    /** @param types that this version can open */
    public ConfigurationReader(List<PlatformType> types) {
        platforms = Parameter.defaulted(
                "platforms", new PlatformsType(types), List.of(), "The systems that can be acted on, by name.");
        schema = Schema.of(
                        "the configuration",
                        platforms,
                        Rails.PROTECTED,
                        Rails.RESPONDERS,
                        Rails.LIMITS,
                        ApprovalSection.APPROVAL,
                        SealingSection.SEALING,
                        StoreSection.STORE)
                .notYet(NOT_YET);
    }

    /** What the file may hold, for editors; {@link #read} takes nothing that is not valid by it. */
    public ObjectNode jsonSchema() {
        return JsonSchema.document("Cordon configuration", "What cordon.yaml says.", schema);
    }

    /** JSON where the name ends in {@code .json}, else YAML. A file that is not there is a problem like any other. */
    public Reading<Configuration> read(Path file) {
        return Reading.with(problems -> Documents.read(file, problems)
                .flatMap(root -> schema.read(root, root.place(), problems))
                .map(given -> new Configuration(
                        given.get(platforms),
                        given.get(Rails.PROTECTED).withResponders(given.get(Rails.RESPONDERS)),
                        given.get(Rails.LIMITS),
                        given.get(ApprovalSection.APPROVAL),
                        given.get(SealingSection.SEALING),
                        given.get(StoreSection.STORE))));
    }
}
