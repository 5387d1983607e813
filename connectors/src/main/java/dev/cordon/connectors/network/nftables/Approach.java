package dev.cordon.connectors.network.nftables;

import dev.cordon.action.Cidr;
import dev.cordon.action.PlatformName;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.plan.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How Cordon comes to the packet filter, and so what no plan may cut.
 *
 * <p>On this machine that is known from the start. A host over SSH has to be asked, since only it sees which address
 * Cordon has there.
 *
 * @param overSsh the filter is another host's
 * @param known of the path: all of it, or what the configuration says
 */
record Approach(boolean overSsh, OwnPath known) {

    /** @throws IllegalArgumentException where {@code SSH_CONNECTION} cannot be read: the path would be unknown */
    static Approach onThisMachine(List<Cidr> management, Map<String, String> environment) {
        return new Approach(false, OwnPath.of(management, environment));
    }

    static Approach overSsh(List<Cidr> management) {
        return new Approach(true, new OwnPath(management, Optional.empty()));
    }

    /**
     * Asks a host over SSH; null on this machine. printenv(1) is of coreutils.
     *
     * @throws Reader.CouldNotRead also where the host does not say
     */
    @Nullable
    Caller caller(PlatformName on, Reader reader) {
        if (!overSsh) {
            return null;
        }
        var seen = reader.read(Command.of(Terms.read(on), Tools.PRINTENV, OwnPath.VARIABLE));
        try {
            return Caller.of(
                    OwnPath.Ssh.parse(seen.path("stdout").stringValue("").strip()), known.management());
        } catch (IllegalArgumentException e) {
            throw new Reader.CouldNotRead("the host does not say where Cordon comes from: " + e.getMessage());
        }
    }

    /** With what the facts say. */
    OwnPath path(@Nullable Caller caller) {
        return caller == null ? known : new OwnPath(known.management(), Optional.of(caller.session()));
    }
}
