package dev.cordon.transport.http;

import static dev.cordon.lab.http.Behaviour.ok;
import static dev.cordon.lab.http.Behaviour.status;
import static dev.cordon.transport.http.Vendors.LIMITS;
import static dev.cordon.transport.http.Vendors.READ;
import static dev.cordon.transport.http.Vendors.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.lab.http.Behaviour;
import dev.cordon.lab.http.ScriptedVendor;
import dev.cordon.operation.Answer;
import dev.cordon.scripted.VirtualPace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PressureTest {

    private final VirtualPace time = new VirtualPace();

    @Test
    void a_vendor_that_told_to_wait_is_asked_by_nobody_before_that_time() throws Exception {
        try (var vendor = ScriptedVendor.start(status(429).header("Retry-After", "30"), ok("{}"));
                var transport = Vendors.to(vendor, time.clock())) {
            var told = new Answer.Throttled(time.now().plusSeconds(30));
            assertThat(transport.run(WRITE)).isEqualTo(told);

            time.forward(Duration.ofSeconds(29));
            assertThat(transport.run(READ)).isEqualTo(told);
            assertThat(vendor.asked()).hasSize(1);

            time.forward(Duration.ofSeconds(1));
            assertThat(transport.run(READ)).isInstanceOf(Answer.Ok.class);
        }
    }

    @Test
    void a_vendor_that_is_down_is_left_alone_for_ten_seconds_and_then_tried() throws Exception {
        try (var vendor = ScriptedVendor.start(status(500));
                var transport = Vendors.to(vendor, time.clock())) {
            for (var i = 0; i < 10; i++) {
                assertThat(transport.run(READ)).isInstanceOf(Answer.Unanswered.class);
            }

            assertThat(transport.run(WRITE)).isInstanceOf(Answer.Unreachable.class);
            assertThat(vendor.asked()).hasSize(10);

            vendor.then(ok("{}"));
            time.forward(Duration.ofSeconds(11));
            assertThat(transport.run(READ)).isInstanceOf(Answer.Unanswered.class);
            assertThat(transport.run(READ)).isInstanceOf(Answer.Ok.class);
        }
    }

    @Test
    void refusals_are_answers_and_leave_the_way_open() throws Exception {
        try (var vendor = ScriptedVendor.start(status(404));
                var transport = Vendors.to(vendor, time.clock())) {
            for (var i = 0; i < 12; i++) {
                assertThat(transport.run(READ)).isInstanceOf(Answer.NotFound.class);
            }
        }
    }

    @Test
    void one_vendors_trouble_delays_nobody_else() throws Exception {
        try (var silent = ScriptedVendor.start(new Behaviour.KeepsSilent());
                var well = ScriptedVendor.start(ok("{}"));
                var toSilent = Vendors.transport(Vendors.at(silent.url()).limits(LIMITS.inFlight(1)), time.clock());
                var toWell = Vendors.to(well, time.clock());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<Answer>>();
            for (var i = 0; i < 3; i++) {
                waiting.add(threads.submit(() -> toSilent.run(WRITE)));
            }

            assertThat(toWell.run(WRITE)).isInstanceOf(Answer.Ok.class);

            assertThat(waiting).anyMatch(call -> !call.isDone());
            for (var call : waiting) {
                assertThat(call.get()).isInstanceOf(Answer.Unanswered.class);
            }
        }
    }

    @Test
    void never_more_calls_are_under_way_than_the_vendor_allows() throws Exception {
        var open = new CountDownLatch(1);
        try (var vendor = ScriptedVendor.start(new Behaviour.Holds(open, ok("{}")));
                var transport = Vendors.transport(
                        Vendors.at(vendor.url())
                                .limits(LIMITS.inFlight(3).perSecond(1_000).answer(Duration.ofSeconds(20))),
                        time.clock());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Answer>>();
            for (var i = 0; i < 20; i++) {
                calls.add(threads.submit(() -> transport.run(READ)));
            }
            while (vendor.asked().size() < 3) {
                Thread.onSpinWait();
            }
            open.countDown();

            for (var call : calls) {
                assertThat(call.get()).isInstanceOf(Answer.Ok.class);
            }
            assertThat(vendor.asked()).hasSize(20);
            assertThat(vendor.mostAtOnce()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void a_call_whose_turn_does_not_come_was_not_sent() throws Exception {
        try (var vendor = ScriptedVendor.start(new Behaviour.KeepsSilent());
                var transport = Vendors.transport(
                        Vendors.at(vendor.url()).limits(LIMITS.inFlight(1).queue(Duration.ofMillis(1))), time.clock());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> transport.run(WRITE));
            while (vendor.asked().isEmpty()) {
                Thread.onSpinWait();
            }

            assertThat(transport.run(WRITE))
                    .isEqualTo(new Answer.Throttled(time.now().plusSeconds(1)));

            assertThat(first.get()).isInstanceOf(Answer.Unanswered.class);
            assertThat(vendor.asked()).hasSize(1);
        }
    }
}
