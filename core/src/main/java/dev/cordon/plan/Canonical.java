package dev.cordon.plan;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The one form in which plans and facts are written, hashed and compared: sorted keys, no nulls, no fractions.
 *
 * <p>Only records stand at the root: a list there would lose the type names of its elements.
 */
public final class Canonical {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .enable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE)) // a question is no component
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final JsonMapper WITHOUT_SHOWN = MAPPER.rebuild()
            .addModule(new SimpleModule("without-shown").addSerializer(new Nothing()))
            .build();

    private Canonical() {}

    /** The canonical text of a record. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static JsonNode tree(Object value) {
        return MAPPER.readTree(MAPPER.writeValueAsString(value));
    }

    /** The tree without what is only shown. */
    public static JsonNode bound(Object value) {
        return MAPPER.readTree(WITHOUT_SHOWN.writeValueAsString(value));
    }

    /** @throws tools.jackson.core.JacksonException where the text is not one, with the place */
    public static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** The digest of the canonical bytes. */
    public static Digest digest(Object value) {
        return Digest.of(MAPPER.writeValueAsBytes(value));
    }

    private static final class Nothing extends ValueSerializer<Shown<?>> {
        @Override
        @SuppressWarnings("unchecked") // the class object of a generic type has no parameter
        public Class<Shown<?>> handledType() {
            return (Class<Shown<?>>) (Class<?>) Shown.class;
        }

        @Override
        public void serialize(Shown<?> shown, JsonGenerator out, SerializationContext context) {
            out.writeNull();
        }
    }
}
