package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "orders, orders",
        "orders, ORDERS",
        "breakglass-*, breakglass-1",
        "breakglass-*, breakglass-",
        "*-prod, orders-prod",
        "a*b*c, aXbYc",
        "*, whatever",
        "web1.corp.example., web1.corp.example",
    })
    void names_match_whatever_their_case_and_the_asterisk_stands_for_any_characters(String pattern, String name) {
        assertThat(new NamePattern(pattern).matches(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"orders, orders2", "orders*x, orders", "ab*ba, aba", "a.c, abc", "[a-z], a", "a*b*b, acb"})
    void nothing_else_matches(String pattern, String name) {
        assertThat(new NamePattern(pattern).matches(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "dc1, dc1.corp.example",
        "dc1.corp.example, dc1",
        "dc1.corp.example, DC1.CORP.EXAMPLE.",
        "dc*, dc7.corp.example",
        "*.corp.example, web1.corp.example",
    })
    void a_host_is_the_same_under_its_short_name_and_its_full_one(String pattern, String name) {
        assertThat(new NamePattern(pattern).matchesHost(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"dc1.corp.example, dc1.other.example", "dc1, dc11.corp.example", "dc1, corp"})
    void another_host_is_another(String pattern, String name) {
        assertThat(new NamePattern(pattern).matchesHost(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "jane, CORP\\jane",
        "jane, jane@corp.example",
        "breakglass-*, CORP\\Breakglass-2",
        "CORP\\jane, corp\\jane",
        "*@corp.example, jane@corp.example",
    })
    void an_account_without_a_domain_is_meant_in_every_domain(String pattern, String name) {
        assertThat(new NamePattern(pattern).matchesAccount(name)).isTrue();
    }

    @Test
    void a_name_with_control_characters_is_refused() {
        assertThatThrownBy(() -> new NamePattern("a\nb")).hasMessageContaining("U+000A");
    }

    /** An expression of the JDK is the measure; ours is there because it cannot be made slow. */
    @Property
    void it_matches_what_the_same_expression_does(
            @ForAll @StringLength(min = 1, max = 8) @CharRange(from = 'a', to = 'b') @Chars('*') String pattern,
            @ForAll @StringLength(max = 10) @CharRange(from = 'a', to = 'b') String name) {
        var expression = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));

        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(Pattern.matches(expression, name));
    }
}
