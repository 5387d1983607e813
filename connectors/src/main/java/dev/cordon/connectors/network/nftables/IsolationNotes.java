package dev.cordon.connectors.network.nftables;

import dev.cordon.action.IsolateHost;
import dev.cordon.action.IsolateHost.IsolationType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the approver of an isolation must know and no operation says. */
record IsolationNotes(IsolateHost request, HostFacts host, OwnPath ownPath) {

    List<String> all() {
        return Stream.of(assumed(), where(), open(), proven(), "the rules are gone after a restart of the machine")
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private String assumed() {
        return host.assumed()
                ? "assumed, since nothing was read: the address is this machine's own, it is not isolated yet, and"
                        + " names in allow_list are left out"
                : "";
    }

    private String where() {
        if (host.itself()) {
            return request.isolationType() == IsolationType.MONITOR
                    ? "this machine itself is watched, whichever of its addresses is used"
                    : "this machine itself is cut off, whichever of its addresses is used; what passes through it, to"
                            + " containers and virtual machines too, is cut without exception";
        }
        return "only " + request.ipAddress()
                + " and only what passes this machine: other addresses of the host, and its"
                + " neighbours on the same link, are not covered";
    }

    private String open() {
        if (request.isolationType() == IsolationType.MONITOR) {
            return "";
        }
        var kept = ownPath.addresses();
        if (kept.isEmpty()) {
            return host.itself()
                    ? "Cordon was not started over SSH and 'management' is empty: nobody but allow_list gets in afterwards"
                    : "";
        }
        return kept.stream()
                .map(range -> range.shortest())
                .collect(Collectors.joining(", ", "the responders' path stays open: ", ""));
    }

    /** An unanswered probe would prove nothing, and one that must be answered depends on others' filters. */
    private String proven() {
        return request.isolationType() == IsolationType.MONITOR
                ? ""
                : "verified by reading the rules back, not by sending packets: who stays open may still be cut by other"
                        + " tables, or further along";
    }
}
