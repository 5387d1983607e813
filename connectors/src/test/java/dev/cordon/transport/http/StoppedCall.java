package dev.cordon.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.lab.http.ScriptedVendor;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call in a thread of its own, which is interrupted while the vendor keeps silent. */
final class StoppedCall {

    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final Thread thread;

    StoppedCall(Transport transport, Operation operation) {
        this.thread = Thread.ofVirtual().unstarted(() -> {
            try {
                transport.run(operation);
            } catch (InterruptedException _) { // what is waited for here
                interrupted.set(true);
            }
        });
    }

    void startAndWaitUntilAskedBy(ScriptedVendor vendor) {
        thread.start();
        var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (vendor.asked().isEmpty() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(vendor.asked()).hasSize(1);
    }

    void interrupt() {
        thread.interrupt();
    }

    boolean wasInterrupted() throws InterruptedException {
        return thread.join(Duration.ofSeconds(5)) && interrupted.get();
    }
}
