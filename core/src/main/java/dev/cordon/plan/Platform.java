package dev.cordon.plan;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Transport;
import java.util.List;
import java.util.Map;

/**
 * A configured system that can be acted on. Opening one connects to nothing; its first read does.
 *
 * <p>Safe for any number of threads.
 */
public interface Platform extends AutoCloseable {

    PlatformName name();

    /** For example {@code nftables}. */
    String type();

    List<Connector<?, ?>> connectors();

    Transport transport();

    /** By name; a stored plan refers to them. */
    Map<String, View> views();

    /**
     * Asks whether the platform is there and what the credential lacks, by reads only; for {@code platforms test}.
     *
     * @throws Reader.CouldNotRead where it is not reachable
     */
    List<Finding> examine(Reader reader);

    /** One line of {@code platforms test}. */
    record Finding(boolean fine, String what) {}

    @Override
    void close();
}
