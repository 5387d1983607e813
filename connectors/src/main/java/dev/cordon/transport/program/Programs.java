package dev.cordon.transport.program;

import dev.cordon.operation.Value;
import java.util.List;

/**
 * Starts programs of one machine by their argument lists, and waits for them.
 *
 * <p>No argument is ever read by a shell. A program sees the locale {@code C}; its input and output are UTF-8. Safe for
 * any number of threads.
 */
public interface Programs {

    /**
     * Runs one program to its end.
     *
     * @param argv the program, by name or absolute path, and its arguments
     * @param stdin what it reads; empty for none
     */
    Ran run(List<String> argv, String stdin) throws InterruptedException;

    /** As a person would type it where Cordon runs. Never connects. */
    String render(List<Value> argv);

    /** The same in a network namespace that {@code ip netns} knows, ip-netns(8). */
    default Programs inNetworkNamespace(String name) {
        return new InNetworkNamespace(this, name);
    }
}
