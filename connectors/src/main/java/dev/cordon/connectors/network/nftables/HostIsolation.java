package dev.cordon.connectors.network.nftables;

import static dev.cordon.plan.Check.look;
import static dev.cordon.plan.Step.step;

import dev.cordon.action.Cidr;
import dev.cordon.action.Hostname;
import dev.cordon.action.IsolateHost;
import dev.cordon.action.IsolateHost.IsolationType;
import dev.cordon.action.Peer;
import dev.cordon.action.PlatformName;
import dev.cordon.operation.Command;
import dev.cordon.operation.NftTransaction;
import dev.cordon.operation.Terms;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Discovery;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Planned;
import dev.cordon.plan.Read;
import dev.cordon.plan.Reader;
import dev.cordon.plan.Subject;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a host off by a table of its own ({@link IsolationTable}): on the host itself where the address is this machine's,
 * else as its gateway.
 */
final class HostIsolation implements Connector<IsolateHost, HostFacts> {

    private final PlatformName on;
    private final Approach approach;

    HostIsolation(PlatformName on, Approach approach) {
        this.on = on;
        this.approach = approach;
    }

    @Override
    public Class<IsolateHost> carries() {
        return IsolateHost.class;
    }

    /** Names are looked up now, while the resolver can be reached. */
    @Override
    public Discovery<HostFacts> discover(IsolateHost request, Reader reader) {
        var allowed = new TreeSet<String>();
        for (var peer : request.allowList()) {
            var addresses = addresses(peer, reader);
            if (addresses.isEmpty()) {
                return new Discovery.NotFound<>("no address of '" + peer + "' in allow_list; name its address instead");
            }
            allowed.addAll(addresses);
        }
        var ip = Command.of(Terms.read(on), Tools.IP, "-j", "addr", "show");
        var own = reader.read(Read.of(ip).as(AddressViews.OWN));
        var itself = AddressViews.in(own).contains(request.ipAddress().value());
        var kept = List.copyOf(allowed);
        var caller = approach.caller(on, reader);
        var seen = reader.read(table(table(request, itself, reachable(request, kept, caller))));
        var facts = new HostFacts(
                itself,
                kept,
                Tools.installed(on, reader),
                caller,
                seen.path("there").booleanValue(false),
                seen.path("drift").stringValue(""),
                false);
        return new Discovery.Found<>(facts, request.ipAddress() + (itself ? " (this machine)" : ""));
    }

    private List<String> addresses(Peer peer, Reader reader) {
        return switch (peer) {
            case Peer.Range(var range) -> List.of(range.shortest());
            case Peer.Named(Hostname name) ->
                AddressViews.in(reader.read(Read.of(Command.of(Terms.read(on), Tools.GETENT, "ahosts", name.value()))
                        .as(AddressViews.OF_NAME)));
        };
    }

    @Override
    public HostFacts assume(IsolateHost request) {
        var known = request.allowList().stream()
                .filter(Peer.Range.class::isInstance)
                .map(Peer::toString)
                .sorted()
                .toList();
        return new HostFacts(true, known, Tools.ALL, null, false, "", true);
    }

    @Override
    public Draft plan(IsolateHost request, HostFacts host) {
        var path = approach.path(host.caller());
        var refusal = IsolationRefusals.of(request, host, path);
        if (refusal.isPresent()) {
            return Plan.refused(refusal.get());
        }
        if (host.isolated()) {
            return Plan.nothingToDo(asset(request, host));
        }
        var table = table(request, host.itself(), reachable(request, host));
        var isolate = step("isolate")
                .touches(asset(request, host))
                .apply(NftTransaction.of(Terms.write(on), table.create()))
                .undo(NftTransaction.of(Terms.write(on), List.of(table.delete())))
                .check(look(table(table))
                        .expect("/same", true)
                        .says(listedAgain() + ": it is exactly the one that Cordon made"));
        var plan = Plan.of(Stream.concat(Stream.of(isolate), endOpen(request, host).stream())
                .toList());
        return noted(plan, new IsolationNotes(request, host, path).all())
                .note(
                        request.isolationType() == IsolationType.MONITOR
                                ? ""
                                : open(host).note());
    }

    /** The end of a connection through a gateway may be one that stays reachable, which conntrack(8) cannot leave out. */
    private List<Planned> endOpen(IsolateHost request, HostFacts host) {
        if (request.isolationType() == IsolationType.MONITOR) {
            return List.of();
        }
        var kept = IsolationTable.kept(request.isolationType(), reachable(request, host));
        if (host.itself()) {
            return open(host).ofThisMachine(new SocketFilter(List.of()).without(SocketFilter.peers(kept)));
        }
        var address = Cidr.of(request.ipAddress());
        var here = open(host).ofThisMachine(SocketFilter.peer(address).without(SocketFilter.ownEnds(kept)));
        var through = kept.isEmpty() ? open(host).through(address) : List.<Planned>of();
        return Stream.concat(here.stream(), through.stream()).toList();
    }

    private String listedAgain() {
        return approach.overSsh() ? "the table is listed again, over a new connection" : "the table is listed again";
    }

    private OpenConnections open(HostFacts host) {
        return new OpenConnections(on, host.tools());
    }

    private static Plan noted(Plan plan, List<String> notes) {
        var noted = plan;
        for (var note : notes) {
            noted = noted.note(note);
        }
        return noted;
    }

    private Asset asset(IsolateHost request, HostFacts host) {
        var address = request.ipAddress().value();
        var names = List.of(address, request.hostname().value());
        return new Asset(on, "host", host.itself() ? "this machine" : address, names)
                .of(new Subject.Host(List.of(request.hostname().value()), List.of(address)));
    }

    private static TableDefinition table(IsolateHost request, boolean itself, List<Cidr> reachable) {
        return IsolationTable.of(request.ipAddress(), itself, request.isolationType(), reachable);
    }

    private List<Cidr> reachable(IsolateHost request, HostFacts host) {
        return reachable(request, host.allowed(), host.caller());
    }

    private List<Cidr> reachable(IsolateHost request, List<String> allowed, @Nullable Caller caller) {
        return request.isolationType() == IsolationType.MONITOR
                ? List.of()
                : Stream.concat(allowed.stream().map(Cidr::parse), approach.path(caller).addresses().stream())
                        .toList();
    }

    private Read table(TableDefinition table) {
        return Read.of(Listing.read(table.json(), Terms.read(on))).as(TableView.NAME, TableView.arguments(table));
    }
}
