package dev.cordon.connectors.network.nftables;

import dev.cordon.plan.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What isolating a host depends on.
 *
 * @param itself the address is this machine's own; else this machine stands between it and the others
 * @param allowed the allow list with its names resolved, sorted
 * @param tools those of {@link Tools} that are installed
 * @param caller Cordon's own path to a host over SSH; null on this machine
 * @param isolated a table for this host is there
 * @param drift how that table differs from the one that is asked for, in words; empty where it does not
 * @param assumed nothing was read
 */
record HostFacts(
        boolean itself,
        List<String> allowed,
        List<String> tools,
        @Nullable Caller caller,
        boolean isolated,
        String drift,
        boolean assumed)
        implements Facts {

    HostFacts {
        allowed = List.copyOf(allowed);
        tools = List.copyOf(tools);
    }
}
