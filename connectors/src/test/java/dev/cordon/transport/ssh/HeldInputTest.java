package dev.cordon.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.lab.netns.Listener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class HeldInputTest {

    @Test
    void nothing_is_read_before_the_host_has_said_its_mark() throws Exception {
        var input = new HeldInput("the script");
        var output = new KeptOutput("STARTED\n", input::release);
        var read = new FutureTask<>(() -> new String(input.readAllBytes(), StandardCharsets.UTF_8));
        var reader = Thread.ofPlatform().start(read);
        Listener.until(() -> reader.getState() == Thread.State.WAITING);

        write(output, "welcome\nSTAR");
        assertThat(read.isDone()).isFalse();

        write(output, "TED\nmore");
        assertThat(read.get()).isEqualTo("the script");
        assertThat(output.text()).isEqualTo("welcome\nSTARTED\nmore");
    }

    @Test
    void who_is_given_up_reads_nothing_ever() throws Exception {
        var input = new HeldInput("the script");

        input.close();

        assertThat(input.readAllBytes()).isEmpty();
    }

    private static void write(KeptOutput output, String text) {
        try {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
