package dev.cordon.action;

import dev.cordon.action.WafField.Part;
import dev.cordon.document.Parameter;
import dev.cordon.document.Printable;
import dev.cordon.document.Schema;
import dev.cordon.document.Type;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a request must look like for a rule to apply: {@code {field: uri, operator: starts_with, value: /admin}}. Which
 * dialect a {@code regex} is in, and whether it can be expressed at all, is the provider's to say.
 *
 * @param value  one text; for {@code in} and {@code ip_in} one or more, of which any fits
 * @param negate whether the rule applies to all other requests instead
 */
public record WafCondition(WafField field, Operator operator, List<String> value, boolean negate) {

    public enum Operator implements Word {
        EQUALS,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH,
        REGEX,
        /** Equals one of several. */
        IN,
        /** Inside one of several networks; for {@code ip} alone. */
        IP_IN
    }

    static final Parameter<WafField> FIELD =
            Parameter.required("field", Types.text(WafField.WORDS, WafField::parse), "The part that is looked at.");
    static final Parameter<Operator> OPERATOR =
            Parameter.required("operator", Types.oneOf(Operator.values()), "How it is compared.");
    static final Parameter<List<String>> VALUE =
            Parameter.required("value", Types.oneOrMore(Types.line(2048)), "With what; several for in and ip_in.");
    static final Parameter<Boolean> NEGATE =
            Parameter.defaulted("negate", Types.trueOrFalse(), false, "All other requests are meant.");

    static final Schema SCHEMA = Schema.of("a condition", FIELD, OPERATOR, VALUE, NEGATE)
            .rule(OPERATOR, FIELD, WafCondition::unfit)
            .rule(VALUE, OPERATOR, WafCondition::tooMany)
            .rule(VALUE, FIELD, WafCondition::malformed);

    static final Type<WafCondition> TYPE = Types.group(SCHEMA, WafCondition::from, WafCondition::values);

    private static final Set<Operator> EXACT = EnumSet.of(Operator.EQUALS, Operator.IN);
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern METHOD = Pattern.compile("[A-Z-]{1,32}");

    public WafCondition {
        value = List.copyOf(value);
        Schema.demand(unfit(operator, field));
        Schema.demand(tooMany(value, operator));
        Schema.demand(malformed(value, field));
    }

    private static Optional<String> unfit(Operator operator, WafField field) {
        var fits = switch (field) {
            case Part.IP -> EXACT.contains(operator) || operator == Operator.IP_IN;
            case Part.COUNTRY, Part.METHOD -> EXACT.contains(operator);
            case Part _, WafField.Header _ -> operator != Operator.IP_IN;
        };
        return fits ? Optional.empty() : Optional.of("'" + field + "' cannot be compared by " + operator.word());
    }

    private static Optional<String> tooMany(List<String> value, Operator operator) {
        var many = operator == Operator.IN || operator == Operator.IP_IN;
        return many || value.size() == 1
                ? Optional.empty()
                : Optional.of(operator.word() + " takes one value, here are " + value.size() + "; 'in' takes several");
    }

    private static Optional<String> malformed(List<String> value, WafField field) {
        return switch (field) {
            case Part.IP ->
                value.stream().flatMap(text -> noNetwork(text).stream()).findFirst();
            case Part.COUNTRY -> unlike(COUNTRY, value, "country: two capital letters of ISO 3166 are one");
            case Part.METHOD -> unlike(METHOD, value, "method: GET or POST is one, in capitals");
            case Part _, WafField.Header _ -> Optional.empty();
        };
    }

    private static Optional<String> noNetwork(String text) {
        try {
            var _ = Cidr.parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> unlike(Pattern form, List<String> value, String wanted) {
        return value.stream()
                .filter(text -> !form.matcher(text).matches())
                .findFirst()
                .map(text -> Printable.quoted(text) + " is no " + wanted);
    }

    private static WafCondition from(Values given) {
        return new WafCondition(given.get(FIELD), given.get(OPERATOR), given.get(VALUE), given.get(NEGATE));
    }

    private Values values() {
        return Values.of(FIELD.is(field), OPERATOR.is(operator), VALUE.is(value), NEGATE.is(negate));
    }
}
