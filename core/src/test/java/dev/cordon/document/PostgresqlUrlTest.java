package dev.cordon.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlUrlTest {

    @Test
    void host_port_database_and_parameters_are_read() {
        var url = PostgresqlUrl.parse(
                "jdbc:postgresql://[2001:db8::7]:6432/my%20db?sslmode=verify-full&sslrootcert=/etc/ca.pem");

        assertThat(url.host()).isEqualTo("2001:db8::7");
        assertThat(url.port()).isEqualTo(6432);
        assertThat(url.database()).isEqualTo("my db");
        assertThat(url.parameters()).isEqualTo(Map.of("sslmode", "verify-full", "sslrootcert", "/etc/ca.pem"));
    }

    @Test
    void the_port_is_5432_where_none_is_written() {
        assertThat(PostgresqlUrl.parse("jdbc:postgresql://db1/postgres").port()).isEqualTo(5432);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db1/postgres",
                "postgresql://db1/postgres",
                "jdbc:postgresql:postgres",
                "jdbc:postgresql://user:hunter2@db1/postgres",
                "jdbc:postgresql://db1:0/postgres",
                "jdbc:postgresql://db1/postgres?password=hunter2",
                "jdbc:postgresql://db1/postgres?socketFactory=org.example.Evil&x=hunter2",
                "jdbc:postgresql://db1/postgres?sslmode",
                "jdbc:postgresql://db1/postgres?loggerFile=/tmp/hunter2",
            })
    void anything_else_is_refused_and_no_value_is_repeated(String text) {
        assertThatThrownBy(() -> PostgresqlUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }
}
