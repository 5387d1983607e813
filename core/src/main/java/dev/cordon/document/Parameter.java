package dev.cordon.document;

import java.util.Optional;

/**
 * The one declaration of something that a person may write: the file readers, the command line, the JSON form and the
 * catalogue all go by it. Made once, as a constant; two are equal only when they are the same.
 *
 * @param <T> what it is read into; an {@link Optional} where it may be left out without a default
 */
public final class Parameter<T> {

    private final String name;
    private final Type<T> type;
    private final Optional<T> absent;
    private final String sentence;

    private Parameter(String name, Type<T> type, Optional<T> absent, String sentence) {
        this.name = name;
        this.type = type;
        this.absent = absent;
        this.sentence = sentence;
    }

    /** Has to be written. */
    public static <T> Parameter<T> required(String name, Type<T> type, String sentence) {
        return new Parameter<>(name, type, Optional.empty(), sentence);
    }

    /** May be left out, and is {@code absent} then. */
    public static <T> Parameter<T> defaulted(String name, Type<T> type, T absent, String sentence) {
        return new Parameter<>(name, type, Optional.of(absent), sentence);
    }

    /** May be left out, and there is no value then ({@code null} in JSON). */
    public static <T> Parameter<Optional<T>> optional(String name, Type<T> type, String sentence) {
        return defaulted(name, Types.optional(type), Optional.empty(), sentence);
    }

    /**
     * May be left out or left blank; no value is the blank text in JSON, as the contract has it for {@code ir_subnet}.
     */
    public static <T> Parameter<Optional<T>> blankable(String name, Type<T> type, String sentence) {
        return defaulted(name, Types.blankable(type), Optional.empty(), sentence);
    }

    /** The same where it may be left out, and there is no value then. */
    public Parameter<Optional<T>> orNone() {
        return optional(name, type, sentence);
    }

    public String name() {
        return name;
    }

    public Type<T> type() {
        return type;
    }

    /** What it is when it is left out; empty where it is required. */
    public Optional<T> absent() {
        return absent;
    }

    public boolean required() {
        return absent.isEmpty();
    }

    /** What it is for, in one sentence. */
    public String sentence() {
        return sentence;
    }

    /** The default as it would be written, {@code none} where there is no value; empty where it is required. */
    public Optional<String> defaultWords() {
        return absent.map(type::write)
                .map(json -> json.isNull() ? "none" : json.isString() ? json.stringValue() : json.toString());
    }

    /** This parameter with a value, for {@link Values#of}. */
    public Values.Value<T> is(T value) {
        return new Values.Value<>(this, value);
    }

    @Override
    public String toString() {
        return name;
    }
}
