package dev.cordon.lab.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.lab.netns.Listener;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsDebianHost
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnitZooTest {

    private static DebianHost host;

    @BeforeAll
    static void start() {
        host = DebianHost.start(Furnishing.FULL);
        UnitZoo.install(host);
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @Order(1)
    @EnumSource
    @ParameterizedTest
    void each_is_installed_in_its_state(UnitZoo one) {
        assertThat(one.stateOn(host)).isEqualTo(one.state());
    }

    @Test
    @Order(2)
    void two_readings_of_a_host_with_all_of_them_are_equal() {
        var before = host.state();

        assertThat(host.state().since(before)).isEmpty();
        assertThat(before.units()).contains("Id=" + UnitZoo.MASKED.unit(), "Id=" + UnitZoo.FAILED.unit());
    }

    @Test
    void echo_starts_when_somebody_calls() throws IOException {
        try (var call = new Socket(host.address(), UnitZoo.ECHO_PORT)) {
            call.getOutputStream().write("hello\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(call.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("hello\n");
        }
        assertThat(isActive(UnitZoo.ECHO)).isTrue();
    }

    @EnumSource(names = {"ADMIN", "TIMED", "SPOOL"})
    @ParameterizedTest
    void some_come_back_by_themselves(UnitZoo one) {
        var before = pid(one);

        host.run("systemctl", "kill", "--signal=KILL", one.unit());
        Listener.until(() -> isActive(one) && !pid(one).equals(before));

        assertThat(one.stateOn(host)).isEqualTo(one.state());
    }

    @Test
    void stubborn_has_to_be_killed() {
        host.run("systemctl", "stop", UnitZoo.STUBBORN.unit());

        assertThat(UnitZoo.STUBBORN.stateOn(host)).isEqualTo("loaded failed failed enabled");
    }

    @Test
    void all_that_depend_on_base_fall_with_it_but_the_one_that_only_wants_it() {
        host.run("systemctl", "stop", UnitZoo.BASE.unit());

        assertThat(List.of(UnitZoo.REQUIRING, UnitZoo.REQUISITE, UnitZoo.BOUND, UnitZoo.PART))
                .noneMatch(UnitZooTest::isActive);
        assertThat(isActive(UnitZoo.WANTING)).isTrue();
    }

    @Test
    void transient_is_gone_when_it_is_stopped() {
        host.run("systemctl", "stop", UnitZoo.TRANSIENT.unit());

        assertThat(UnitZoo.TRANSIENT.stateOn(host)).startsWith("not-found inactive dead");
    }

    @Test
    void what_lies_in_etc_cannot_be_masked() {
        assertThat(List.of(UnitZoo.ADMIN, UnitZoo.LINKED))
                .noneMatch(one -> host.attempt("systemctl", "mask", one.unit()).exit() == 0);
    }

    private static boolean isActive(UnitZoo one) {
        return one.stateOn(host).startsWith("loaded active running");
    }

    private static String pid(UnitZoo one) {
        return host.run("systemctl", "show", "--value", "--property=MainPID", one.unit());
    }
}
