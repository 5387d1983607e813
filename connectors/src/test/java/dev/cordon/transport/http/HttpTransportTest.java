package dev.cordon.transport.http;

import static dev.cordon.lab.http.Behaviour.ok;
import static dev.cordon.lab.http.Behaviour.status;
import static dev.cordon.transport.http.Vendors.ON;
import static dev.cordon.transport.http.Vendors.READ;
import static dev.cordon.transport.http.Vendors.SECRET;
import static dev.cordon.transport.http.Vendors.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.lab.http.Behaviour;
import dev.cordon.lab.http.ScriptedVendor;
import dev.cordon.operation.Answer;
import dev.cordon.operation.HttpCall;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.operation.VendorText;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void a_call_arrives_as_it_was_meant() throws Exception {
        try (var vendor = ScriptedVendor.start(ok("{}"))) {
            var call = HttpCall.patch(Terms.write(ON), "/api/zones/{}", "a/b?c=d&é%")
                    .query("rrsets", Value.of("a&b=c"))
                    .header("If-Match", Value.of("\"7\""))
                    .json(Value.tree(Map.of("it's", Value.of("\"é\""))));

            answer(vendor, call);

            var asked = vendor.asked().getFirst();
            assertThat(asked.method()).isEqualTo("PATCH");
            assertThat(asked.target()).isEqualTo("/api/zones/a%2Fb%3Fc%3Dd%26%C3%A9%25?rrsets=a%26b%3Dc");
            assertThat(asked.body()).isEqualTo("{\"it's\":\"\\\"é\\\"\"}");
            assertThat(asked.headers())
                    .containsEntry("if-match", "\"7\"")
                    .containsEntry("content-type", "application/json")
                    .containsEntry("x-api-key", SECRET);
        }
    }

    @Test
    void an_answer_has_its_status_the_headers_that_are_referred_to_and_its_body() throws Exception {
        var said = ok("[1.50]").header("ETag", "\"v7\"").header("Set-Cookie", "session=1");

        assertThat(answered(said, READ))
                .hasToString("Ok[body={\"status\":200,\"headers\":{\"etag\":\"\\\"v7\\\"\"},\"body\":[1.50]}]");
    }

    @Test
    void a_write_needs_no_body_in_its_answer_and_a_read_does() throws Exception {
        assertThat(answered(status(204), WRITE)).isInstanceOf(Answer.Ok.class);
        assertThat(answered(status(200), WRITE)).isInstanceOf(Answer.Ok.class);
        assertThat(answered(status(200), READ)).isInstanceOf(Answer.Unanswered.class);
    }

    @ParameterizedTest
    @CsvSource({
        "302, Rejected", "400, Rejected", "401, Unauthorized", "403, Unauthorized", "404, NotFound", "408, Unanswered",
        "409, Stale", "410, NotFound", "412, Stale", "422, Rejected", "425, Throttled", "429, Throttled",
        "500, Unanswered", "501, Rejected", "502, Unanswered", "503, Unanswered", "504, Unanswered", "999, Unanswered"
    })
    void each_status_says_what_may_be_done_next(int status, String kind) throws Exception {
        assertThat(answered(status(status), WRITE).getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void a_redirect_is_told_and_not_followed() throws Exception {
        try (var other = ScriptedVendor.start(ok("{}"));
                var vendor = ScriptedVendor.start(status(302).header("Location", other.url()))) {
            assertThat(answer(vendor, READ)).isInstanceOf(Answer.Rejected.class);
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void what_may_be_missing_is_answered_with_404() throws Exception {
        assertThat(answered(status(404).body("Not Found"), READ.orMissing()))
                .hasToString("Ok[body={\"status\":404,\"headers\":{},\"body\":null}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"error\": \"no such type\"}", "{\"error\": {\"message\": \"no such type\"}}", "no such type"})
    void the_vendors_own_words_are_told(String body) throws Exception {
        assertThat(answered(status(422).body(body), WRITE))
                .isEqualTo(new Answer.Rejected("422", new VendorText("HTTP 422: no such type")));
    }

    @Test
    void a_vendor_that_repeats_the_credential_is_not_repeated() throws Exception {
        assertThat(answered(status(403).body("wrong key " + SECRET + "\r\n\u001b[2J"), READ))
                .isEqualTo(new Answer.Unauthorized(new VendorText("HTTP 403: wrong key ***\r\n\u001b[2J")));
    }

    static Stream<Behaviour> speechless() {
        return Behaviour.speechless().stream();
    }

    @ParameterizedTest
    @MethodSource("speechless")
    void what_was_sent_and_not_answered_in_full_and_in_time_is_unanswered(Behaviour behaviour) throws Exception {
        try (var vendor = ScriptedVendor.start(behaviour)) {
            var began = System.nanoTime();

            assertThat(answer(vendor, WRITE)).isInstanceOf(Answer.Unanswered.class);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            assertThat(vendor.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome to the hotel</html>", "{\"a\": 1} and more", "{\"a\": ", "\u0000"})
    void garbage_instead_of_json_proves_nothing(String body) throws Exception {
        assertThat(answered(ok(body), WRITE)).isInstanceOf(Answer.Unanswered.class);
        assertThat(answered(ok(body), READ)).isInstanceOf(Answer.Unanswered.class);
    }

    @Test
    void a_call_that_is_given_up_leaves_no_connection_behind() throws Exception {
        try (var vendor = ScriptedVendor.start(new Behaviour.KeepsSilent());
                var transport = Vendors.to(vendor, CLOCK)) {
            transport.run(WRITE);

            awaitClosed(vendor);
        }
    }

    @Test
    void nobody_at_the_address_means_that_nothing_was_sent() throws Exception {
        try (var transport = Vendors.transport(Vendors.at(ScriptedVendor.nobody()), CLOCK)) {
            assertThat(transport.run(WRITE)).isInstanceOf(Answer.Unreachable.class);
        }
    }

    @Test
    void whoever_is_told_to_stop_stops_at_once_and_closes_the_connection() throws Exception {
        try (var vendor = ScriptedVendor.start(new Behaviour.KeepsSilent());
                var transport = Vendors.transport(Vendors.at(vendor.url()).limits(HttpLimits.USUAL), CLOCK)) {
            var stopped = new StoppedCall(transport, WRITE);
            stopped.startAndWaitUntilAskedBy(vendor);

            stopped.interrupt();

            assertThat(stopped.wasInterrupted()).isTrue();
            awaitClosed(vendor);
        }
    }

    @Test
    void without_the_credential_nothing_is_sent() throws Exception {
        try (var vendor = ScriptedVendor.start(ok("{}"));
                var transport = new HttpTransport(Vendors.at(vendor.url()), Map.of(), CLOCK)) {
            assertThat(transport.run(READ))
                    .isEqualTo(new Answer.Unauthorized(new VendorText("env:KEY is not set in the environment")));
            assertThat(vendor.asked()).isEmpty();
        }
    }

    static Stream<Operation> impossible() {
        return Stream.of(
                READ.header("If-Match", Value.of("a\r\nX-Evil: b")),
                READ.header("If-Match", Value.of("\0")),
                HttpCall.get(Terms.read(ON), "/zones/{}", ".."),
                HttpCall.get(Terms.read(ON), "/zones/{}/keys", "."),
                HttpCall.get(Terms.read(ON), "/zones/{}", ""));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void what_would_leave_its_place_is_refused_before_anything_is_sent(Operation operation) throws Exception {
        try (var vendor = ScriptedVendor.start(ok("{}"))) {
            assertThat(answer(vendor, operation)).isInstanceOf(Answer.Rejected.class);
            assertThat(vendor.asked()).isEmpty();
        }
    }

    @Test
    void a_credential_that_no_header_can_hold_is_refused_without_being_told() throws Exception {
        try (var vendor = ScriptedVendor.start(ok("{}"));
                var transport = new HttpTransport(Vendors.at(vendor.url()), Map.of("KEY", "sesa\nme"), CLOCK)) {
            assertThat(transport.run(READ))
                    .isEqualTo(new Answer.Rejected(
                            "request", new VendorText("env:KEY holds characters that cannot stand in a header")));
            assertThat(vendor.asked()).isEmpty();
        }
    }

    private static Answer answered(Behaviour behaviour, Operation operation) throws Exception {
        try (var vendor = ScriptedVendor.start(behaviour)) {
            return answer(vendor, operation);
        }
    }

    private static Answer answer(ScriptedVendor vendor, Operation operation) throws Exception {
        try (var transport = Vendors.to(vendor, CLOCK)) {
            return transport.run(operation);
        }
    }

    private static void awaitClosed(ScriptedVendor vendor) {
        var until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (vendor.openNow() > 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(vendor.openNow()).isZero();
    }
}
