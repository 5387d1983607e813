package dev.cordon.document;

import dev.cordon.document.Node.Form;
import dev.cordon.document.Node.Scalar;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A whole number in decimal digits, without quotes; {@code 0x10}, {@code 1e3}, {@code 010} and {@code 1_000} are
 * refused rather than guessed at.
 */
public record WholeNumber(int least, int most) implements Type<Integer> {

    private static final Pattern DECIMAL = Pattern.compile("0|-?[1-9][0-9]{0,9}");

    @Override
    public String words() {
        return "integer " + least + ".." + most;
    }

    @Override
    public Optional<Integer> read(Node node, Problems problems) {
        if (!(node instanceof Scalar scalar) || !DECIMAL.matcher(scalar.text()).matches()) {
            problems.add(node.place(), words() + " is wanted here, in decimal digits, not " + node.described());
            return Optional.empty();
        }
        if (scalar.form() == Form.QUOTED) {
            problems.add(node.place(), scalar.described() + " is text: write the number without quotes");
            return Optional.empty();
        }
        var value = Long.parseLong(scalar.text());
        if (value < least || value > most) {
            problems.add(node.place(), value + " is out of range: " + words() + " is wanted");
            return Optional.empty();
        }
        return Optional.of((int) value);
    }

    @Override
    public JsonNode write(Integer value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    /**
     * The same for a constructor.
     *
     * @throws IllegalArgumentException when {@code value} is out of range
     */
    public int demand(String name, int value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ": " + words() + " is wanted");
        }
        return value;
    }

    @Override
    public ObjectNode jsonSchema() {
        return JsonSchema.ofType("integer").put("minimum", least).put("maximum", most);
    }
}
