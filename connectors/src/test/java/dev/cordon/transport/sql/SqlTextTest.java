package dev.cordon.transport.sql;

import static dev.cordon.operation.SqlTransaction.Statement.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.operation.Value;
import org.junit.jupiter.api.Test;

class SqlTextTest {

    @Test
    void names_are_quoted_and_values_left_to_be_bound() {
        var drop =
                statement("SELECT ? FROM %I.%I").names("a\"b; drop", "what? %I").values(Value.of("x"));

        assertThat(SqlText.toSend(drop)).isEqualTo("SELECT ? FROM \"a\"\"b; drop\".\"what? %I\"");
    }

    @Test
    void a_value_that_looks_like_a_place_is_none() {
        var hostile = statement("SELECT ?, %I").names("n").values(Value.of("it's %I ?"));

        assertThat(SqlText.toRead(hostile)).isEqualTo("SELECT 'it''s %I ?', \"n\"");
    }

    @Test
    void a_name_of_64_bytes_is_refused_since_the_server_would_cut_it_off() {
        assertThat(SqlText.identifier("x".repeat(63))).hasSize(65);
        assertThatThrownBy(() -> SqlText.identifier("x".repeat(64))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SqlText.identifier("ключ".repeat(8))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SqlText.identifier("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void names_and_places_must_be_as_many() {
        assertThatThrownBy(() -> SqlText.toSend(statement("DROP ROLE %I"))).hasMessageContaining("too few");
        assertThatThrownBy(() -> SqlText.toSend(statement("SELECT 1").names("x")))
                .hasMessageContaining("too many");
    }
}
