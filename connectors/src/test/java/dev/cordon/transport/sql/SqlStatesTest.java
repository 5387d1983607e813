package dev.cordon.transport.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.operation.Answer;
import dev.cordon.transport.sql.SqlStates.Stage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlStatesTest {

    private final SqlStates states = new SqlStates(Instant.EPOCH, Optional.of("hunter2"));

    @ParameterizedTest
    @CsvSource({
        "08001, CONNECTING, Unreachable",
        "08004, CONNECTING, Unauthorized",
        "53300, CONNECTING, Unreachable",
        "28P01, CONNECTING, Unauthorized",
        "3D000, CONNECTING, NotFound",
        "55000, CONNECTING, Rejected",
        "08006, BEFORE_COMMIT, Unreachable",
        "57P01, BEFORE_COMMIT, Unreachable",
        "42501, BEFORE_COMMIT, Unauthorized",
        "42704, BEFORE_COMMIT, NotFound",
        "40P01, BEFORE_COMMIT, Throttled",
        "55P03, BEFORE_COMMIT, Throttled",
        "22P02, BEFORE_COMMIT, Rejected",
        "08006, COMMITTING, Unanswered",
        "57P01, COMMITTING, Unanswered",
        "40001, COMMITTING, Throttled",
    })
    void what_may_be_done_next_follows_from_the_error_and_from_how_far_it_came(
            String state, Stage stage, String expected) {
        var answer = states.answer(new SQLException("it failed", state), stage);

        assertThat(answer.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void the_password_is_masked_in_what_the_server_says() {
        var answer = states.answer(new SQLException("no entry for hunter2", "28000"), Stage.CONNECTING);

        assertThat(((Answer.Unauthorized) answer).missing().value()).isEqualTo("no entry for ***");
    }

    @Test
    void a_password_too_short_to_be_masked_takes_the_whole_message_with_it() {
        var answer = new SqlStates(Instant.EPOCH, Optional.of("c"))
                .answer(new SQLException("Connection to c refused", "08001"), Stage.CONNECTING);

        assertThat(answer.inWords()).contains("left out").doesNotContain("***");
    }
}
