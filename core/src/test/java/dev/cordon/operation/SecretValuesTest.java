package dev.cordon.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.PlatformName;
import dev.cordon.paper.Golden;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Check;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a secret that Cordon makes may stand in an operation, how it is stored, and what it is made of. */
final class SecretValuesTest {

    private static final Terms TERMS = Terms.once(new PlatformName("edge"));
    private static final Value SECRET = Value.secret("new", Alphabet.LETTERS_AND_DIGITS, 32);
    private static final Value NESTED = Value.row(Value.tree(Map.of("a", SECRET)));

    @Test
    void it_is_stored_as_a_promise_and_read_back_the_same() throws IOException {
        var command = new Command(
                TERMS,
                List.of(Value.of("passwd")),
                Value.row(SECRET, new Value.Sealed("new", "a".repeat(64))),
                List.of(0));

        Golden.assertSame("operation-secret.json", Canonical.write(command) + "\n");
        assertThat(Canonical.read(Golden.text("operation-secret.json"), Operation.class))
                .isEqualTo(command);
    }

    @Test
    void it_travels_in_a_body_on_standard_input_or_as_a_bound_value() {
        var body = HttpCall.post(TERMS, "/users").json(NESTED);
        var input = new Command(TERMS, List.of(Value.of("passwd")), NESTED, List.of(0));
        var bound = SqlTransaction.Statement.statement("SELECT set_password(?)").values(SECRET);

        assertThat(body.body()).isEqualTo(NESTED);
        assertThat(input.stdin()).isEqualTo(NESTED);
        assertThat(bound.values()).containsExactly(SECRET);
    }

    @Test
    void a_place_that_is_recorded_on_its_way_is_refused() {
        refused(() -> new Command(TERMS, List.of(Value.of("passwd"), NESTED), null, List.of(0)));
        refused(() -> HttpCall.post(TERMS, "/users/{}", "7").places(SECRET));
        refused(() -> HttpCall.post(TERMS, "/users").query("password", SECRET));
        refused(() -> HttpCall.post(TERMS, "/users").header("X-Password", SECRET));
        refused(() -> HostScript.of(TERMS, "web1", "user.password").argument("new", SECRET));
        refused(() -> NftTransaction.of(TERMS, List.of(NESTED)));
        refused(() -> new SqlTransaction.Statement("ALTER ROLE %I", List.of(SECRET), List.of()));
        refused(() -> Check.look(Command.of(Terms.read(new PlatformName("edge")), "look"))
                .expect("/password", Check.Is.EQUAL, SECRET));
    }

    @ParameterizedTest
    @EnumSource
    void a_password_has_the_length_and_each_kind_of_its_characters(Alphabet alphabet) {
        var drawn = alphabet.draw(16, new SecureRandom());

        assertThat(drawn).hasSize(16).matches(".*[A-Z].*").matches(".*[a-z].*").matches(".*[0-9].*");
        assertThat(alphabet.draw(16, new SecureRandom())).isNotEqualTo(drawn);
        assertThat(drawn.matches(".*[^A-Za-z0-9].*")).isEqualTo(alphabet == Alphabet.WITH_SIGNS);
    }

    @Test
    void a_short_one_is_refused_and_so_is_a_name_of_a_seal_that_is_none() {
        assertThatThrownBy(() -> Value.secret("new", Alphabet.WITH_SIGNS, 15))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 to 128");
        assertThatThrownBy(() -> new Value.Sealed("new", "../../etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(ThrowingCallable built) {
        assertThatThrownBy(built)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a secret does not travel in");
    }
}
