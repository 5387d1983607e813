package dev.cordon.connectors.network.nftables;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.plan.Reader;
import java.util.List;
import java.util.Set;

/** The programs that plans name: nothing else is run. A packet filter does without some, so a plan leaves these out. */
final class Tools {

    static final String NFT = "nft";

    /** ip(8) of iproute2: which addresses are the machine's own. */
    static final String IP = "ip";

    /** getent(1) of the C library: which addresses a name has. */
    static final String GETENT = "getent";

    /** printenv(1) of coreutils: which connection a host is reached by. */
    static final String PRINTENV = "printenv";

    /** ss(8) of iproute2: ends sockets of this machine, where the kernel has INET_DIAG_DESTROY. */
    static final String SS = "ss";

    /** conntrack(8) of conntrack-tools: forgets connections that pass through this machine. */
    static final String CONNTRACK = "conntrack";

    /** What ends open connections, and may be missing. */
    static final List<String> ALL = List.of(CONNTRACK, SS);

    static final Set<String> NAMED = Set.of(NFT, IP, GETENT, PRINTENV, SS, CONNTRACK);

    private Tools() {}

    /** Those that are installed, sorted. */
    static List<String> installed(PlatformName on, Reader reader) {
        return ALL.stream().filter(tool -> isInstalled(on, reader, tool)).toList();
    }

    static boolean isInstalled(PlatformName on, Reader reader, String tool) {
        try {
            return reader.read(Command.of(Terms.read(on), tool, "-V"))
                            .path("exit")
                            .intValue(-1)
                    == 0;
        } catch (Reader.CouldNotRead _) {
            return false;
        }
    }
}
