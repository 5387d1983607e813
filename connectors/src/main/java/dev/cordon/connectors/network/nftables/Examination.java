package dev.cordon.connectors.network.nftables;

import dev.cordon.action.Cidr;
import dev.cordon.action.PlatformName;
import dev.cordon.operation.Command;
import dev.cordon.operation.NftTransaction;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Platform.Finding;
import dev.cordon.plan.Reader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What {@code platforms test} looks at: the program, the right to list, the right to change, the tools around it. */
record Examination(PlatformName on, String nft, Approach approach) {

    /** Made and thrown away within one transaction that nft only checks. */
    private static final String WOULD_BE_ADDED =
            "{\"nftables\": [{\"add\": {\"table\": {\"family\": \"inet\", \"name\": \"cordon_examination\"}}}]}";

    /** @throws Reader.CouldNotRead where nft cannot be started, or may not even list */
    List<Finding> findings(Reader reader) {
        var version = reader.read(command(List.of(nft, "--version"), null));
        var tables = reader.read(NftTransaction.of(Terms.read(on), List.of(list())));
        var count = tables.path("nftables").size();
        var change = reader.read(command(List.of(nft, "-c", "-j", "-f", "-"), WOULD_BE_ADDED));
        var caller = approach.caller(on, reader);
        return Stream.of(
                        new Finding(succeeded(version), said(version, "stdout")),
                        new Finding(true, "may list: " + Math.max(0, count - 1) + " tables"),
                        new Finding(
                                succeeded(change),
                                succeeded(change)
                                        ? "may change (tried by a transaction that was only checked)"
                                        : "may not change, CAP_NET_ADMIN is missing: " + said(change, "stderr")),
                        tool(
                                reader,
                                List.of(Tools.IP, "-V"),
                                "isolate_host finds this machine's own addresses with it: iproute2"),
                        tool(
                                reader,
                                List.of(Tools.GETENT, "ahosts", "127.0.0.1"),
                                "names in allow_list are looked up with it"),
                        helper(reader, Tools.SS, "ends open connections of this machine"),
                        helper(reader, Tools.CONNTRACK, "forgets open connections through this machine"),
                        path(approach.path(caller)))
                .toList();
    }

    private static Finding path(OwnPath path) {
        var kept = path.addresses().stream().map(Cidr::shortest).distinct().collect(Collectors.joining(", "));
        return new Finding(true, "never cut off: " + (kept.isEmpty() ? "nobody; see 'management'" : kept));
    }

    /** Nothing is wrong where it is missing. */
    private Finding helper(Reader reader, String tool, String what) {
        var there = Tools.isInstalled(on, reader, tool);
        return new Finding(true, there ? tool + ": " + what : tool + " is missing, and plans do without; it " + what);
    }

    private Finding tool(Reader reader, List<String> argv, String why) {
        try {
            var seen = reader.read(command(argv, null));
            return new Finding(succeeded(seen), argv.getFirst() + ": " + why);
        } catch (Reader.CouldNotRead e) {
            return new Finding(false, argv.getFirst() + " is missing; " + why);
        }
    }

    private static Value list() {
        return Value.of(TableJson.wrapped("list", TableJson.wrapped("tables", JsonNodeFactory.instance.nullNode())));
    }

    private Command command(List<String> argv, @Nullable String stdin) {
        return new Command(
                Terms.read(on),
                argv.stream().map(Value::of).toList(),
                stdin == null ? null : Value.of(stdin),
                List.of(0));
    }

    private static boolean succeeded(JsonNode seen) {
        return seen.path("exit").intValue(-1) == 0;
    }

    private static String said(JsonNode seen, String stream) {
        return seen.path(stream).stringValue("").strip();
    }
}
