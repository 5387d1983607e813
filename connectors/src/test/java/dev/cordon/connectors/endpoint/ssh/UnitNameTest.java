package dev.cordon.connectors.endpoint.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitNameTest {

    @Test
    void a_name_without_a_kind_is_a_service_as_systemctl_reads_it() {
        assertThat(UnitName.of(new ServiceName("cron"))).contains("cron.service");
        assertThat(UnitName.of(new ServiceName("org.example.Shop"))).contains("org.example.Shop.service");
        assertThat(UnitName.of(new ServiceName("echo.socket"))).contains("echo.socket");
        assertThat(UnitName.of(new ServiceName("lab\\x2decho@one.service"))).contains("lab\\x2decho@one.service");
    }

    @ValueSource(
            strings = {"-f", "a/b", "*", "a?", "[a]", "a b", "a;b", "$(a)", "`a`", "a'b", "a\"b", "cr\u043En", "%i"})
    @ParameterizedTest
    void what_systemd_or_a_shell_would_read_otherwise_is_no_name_of_a_unit(String text) {
        assertThat(UnitName.of(new ServiceName(text))).isEmpty();
    }

    @Test
    void a_name_is_not_longer_than_systemd_takes() {
        assertThat(UnitName.of(new ServiceName("a".repeat(247)))).isPresent();
        assertThat(UnitName.of(new ServiceName("a".repeat(248)))).isEmpty();
    }

    @Test
    void only_services_and_what_starts_them_are_stopped() {
        assertThat(UnitName.isServed("a.service")).isTrue();
        assertThat(UnitName.isServed("a.timer")).isTrue();
        assertThat(UnitName.isServed("multi-user.target")).isFalse();
        assertThat(UnitName.isServed("home.mount")).isFalse();
        assertThat(UnitName.isTemplate("getty@.service")).isTrue();
        assertThat(UnitName.isTemplate("getty@tty1.service")).isFalse();
    }
}
