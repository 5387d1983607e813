package dev.cordon.transport.program;

import dev.cordon.operation.Value;
import java.util.List;
import java.util.stream.Stream;

/** Every program is started by {@code ip netns exec NAME}, which becomes it. */
record InNetworkNamespace(Programs programs, String name) implements Programs {

    @Override
    public Ran run(List<String> argv, String stdin) throws InterruptedException {
        return programs.run(Stream.concat(before(), argv.stream()).toList(), stdin);
    }

    @Override
    public String render(List<Value> argv) {
        return programs.render(
                Stream.concat(before().map(Value::of), argv.stream()).toList());
    }

    private Stream<String> before() {
        return Stream.of("ip", "netns", "exec", name);
    }
}
