package dev.cordon.document;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The ways of writing a value that do not depend on what Cordon is about; {@code dev.cordon.action.ValueTypes} has the
 * others.
 */
public final class Types {

    private Types() {}

    /**
     * Text that becomes a value, and back by {@code toString}. Plain YAML is taken letter by letter: {@code 0042} is
     * not a number here.
     *
     * @param words what it is for people, without an article: {@code address}
     * @param parse throws IllegalArgumentException with the sentence that the person gets to read
     */
    public static <T> Type<T> text(String words, Function<String, T> parse) {
        return new TextType<>(words, parse);
    }

    /** Text of a certain form, which the JSON Schema says too; {@code parse} still has the last word. */
    public static <T> Type<T> text(String words, Pattern form, Function<String, T> parse) {
        return TextType.like(form, words, parse);
    }

    /** One line of text without control characters, 1 to {@code longest} characters. */
    public static Type<String> line(int longest) {
        return TextType.atMost(longest, "text", text -> Lines.checked(text, "text", longest));
    }

    public static WholeNumber integer(int least, int most) {
        return new WholeNumber(least, most);
    }

    public static Type<Boolean> trueOrFalse() {
        return new TrueOrFalse();
    }

    /** One of an enum's constants, by its word: {@code oneOf(Direction.values())}. */
    public static <E extends Word> Type<E> oneOf(E[] constants) {
        return new OneOf<>(List.of(constants));
    }

    /** {@code 90s}, {@code 30m}, {@code 24h}, {@code 7d}, {@code 1d12h}: one second to ten years. */
    public static Type<Duration> duration() {
        return new DurationType();
    }

    /** {@code env:NAME} or {@code file:PATH}. */
    public static Type<SecretRef> secret() {
        return new SecretType();
    }

    public static <T> Type<List<T>> listOf(Type<T> item) {
        return new ListType<>(item, 0);
    }

    public static <T> Type<List<T>> atLeastOne(Type<T> item) {
        return new ListType<>(item, 1);
    }

    /** A list of at least one, of which a single one may be written without brackets: {@code value: /admin}. */
    public static <T> Type<List<T>> oneOrMore(Type<T> item) {
        return new OneOrMoreType<>(new ListType<>(item, 1));
    }

    /** A mapping of names to values, as {@code hosts: {web1: 10.0.0.11}}. */
    public static <K, V> Type<Map<K, V>> mapping(Type<K> key, Type<V> value) {
        return new MappingType<>(key, value);
    }

    /** A value that is written as another one is. */
    public static <A, B> Type<B> as(Type<A> written, Function<A, B> read, Function<B, A> write) {
        return new ConvertedType<>(written, read, write);
    }

    /** A mapping with parameters of its own. */
    public static <T> Type<T> group(Schema schema, Function<Values, T> read, Function<T, Values> write) {
        return new GroupType<>(schema, read, write);
    }

    static <T> Type<Optional<T>> optional(Type<T> type) {
        return new OptionalType<>(type, false);
    }

    static <T> Type<Optional<T>> blankable(Type<T> type) {
        return new OptionalType<>(type, true);
    }
}
