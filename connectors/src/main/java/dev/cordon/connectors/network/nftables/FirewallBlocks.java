package dev.cordon.connectors.network.nftables;

import static dev.cordon.plan.Check.look;
import static dev.cordon.plan.Step.step;

import dev.cordon.action.BlockTarget;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.PlatformName;
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
import dev.cordon.playbook.Conditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Blocks addresses, networks and ports by elements in the table that all blocks share ({@link BlockTable}).
 *
 * <p>Direction is that of packets: inbound drops what comes from the target, outbound what goes to it, whoever began the
 * conversation. A drop in this table is final, so open connections are cut with the same transaction; then their ends are
 * closed ({@link OpenConnections}). A duration is the kernel's own timeout: it also ends when Cordon is dead.
 */
final class FirewallBlocks implements Connector<FirewallBlock, StandingBlocks> {

    private final PlatformName on;
    private final BlockTable table;
    private final Approach approach;

    FirewallBlocks(PlatformName on, BlockTable table, Approach approach) {
        this.on = on;
        this.table = table;
        this.approach = approach;
    }

    @Override
    public Class<FirewallBlock> carries() {
        return FirewallBlock.class;
    }

    @Override
    public Discovery<StandingBlocks> discover(FirewallBlock request, Reader reader) {
        var caller = approach.caller(on, reader);
        var seen = reader.read(blocks(BlockEntry.of(request)));
        return new Discovery.Found<>(StandingBlocks.of(seen, Tools.installed(on, reader), caller), request.target());
    }

    @Override
    public StandingBlocks assume(FirewallBlock request) {
        return StandingBlocks.none(BlockEntry.of(request));
    }

    @Override
    public Draft plan(FirewallBlock request, StandingBlocks standing) {
        return draft(request, standing, request.lasts());
    }

    @Override
    public Draft plan(FirewallBlock request, StandingBlocks standing, Conditions conditions) {
        if (conditions.ttl().isEmpty()) {
            return plan(request, standing);
        }
        if (request.lasts().isPresent()) {
            return Plan.refused("duration_hours and ttl both say how long the block lasts: leave one of them out");
        }
        return draft(request, standing, conditions.ttl());
    }

    private Draft draft(FirewallBlock request, StandingBlocks standing, Optional<Duration> lasts) {
        var path = approach.path(standing.caller());
        var refusal = BlockRefusals.of(request, standing, lasts, path);
        if (refusal.isPresent()) {
            return Plan.refused(refusal.get());
        }
        var missing = new ArrayList<BlockEntry>();
        var assets = new ArrayList<Asset>();
        var entries = BlockEntry.of(request);
        var open = new OpenConnections(on, standing.tools());
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var coveredBy = standing.entries().get(i).coveredBy(entry);
            assets.add(entry.asset(on, coveredBy.orElse(entry.text())));
            if (coveredBy.isEmpty()) {
                missing.add(entry);
            }
        }
        return missing.isEmpty()
                ? Plan.nothingToDo(assets.toArray(Asset[]::new))
                : plan(missing, assets, lasts, end(request, open, path))
                        .note(note(request))
                        .note(open.note())
                        .note(standing.assumed() ? "assumed, since nothing was read: none of it is blocked yet" : "");
    }

    /** Undone from the last to the first: the block, then the table where the kernel had released the last block itself. */
    private Plan plan(List<BlockEntry> missing, List<Asset> assets, Optional<Duration> lasts, List<Planned> openOnes) {
        var block = step("block")
                .touches(assets.toArray(Asset[]::new))
                .apply(NftTransaction.firstOf(Terms.write(on), table.add(missing, lasts)))
                .undo(NftTransaction.firstOf(Terms.write(on), table.delete(missing)))
                .check(
                        look(blocks(missing))
                                .expect("/in_force", true)
                                .says(
                                        "the table is listed again: it is blocked, and chains, rules and maps are as Cordon made them"));
        var tidy = step("remove the table when it is empty")
                .undo(new NftTransaction(Terms.write(on), table.collect(), List.of(table.removal())))
                .check(look(blocks(List.of()))
                        .expect("/idle", true)
                        .says("the table is there, and nothing is blocked in it any more"));
        var timed = lasts.map(block::releasedAfter).orElse(block);
        return Plan.of(Stream.concat(Stream.of(tidy, timed), openOnes.stream()).toList());
    }

    /** By ports only sockets of this machine: conntrack(8) takes no ranges, and cannot leave the responders out. */
    private List<Planned> end(FirewallBlock request, OpenConnections open, OwnPath path) {
        return switch (request.blocked()) {
            case BlockTarget.Addresses(var range) ->
                Stream.concat(open.ofThisMachine(SocketFilter.peer(range)).stream(), open.through(range).stream())
                        .toList();
            case BlockTarget.Ports(var range) ->
                open.ofThisMachine(SocketFilter.ports(range, Way.of(request.direction()))
                        .without(SocketFilter.peers(path.addresses())));
            case BlockTarget.Domain _ -> List.of();
        };
    }

    private Read blocks(List<BlockEntry> entries) {
        var wanted = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> wanted.add(entry.json()));
        return Read.of(Listing.read(table.json(), Terms.read(on)))
                .as(BlockView.NAME, JsonNodeFactory.instance.objectNode().set("entries", wanted));
    }

    private static String note(FirewallBlock request) {
        return switch (request.blocked()) {
            case BlockTarget.Addresses _ ->
                switch (request.direction()) {
                    case INBOUND -> "every packet from it is dropped, so answers to connections begun here are too";
                    case OUTBOUND -> "every packet to it is dropped, so answers to connections begun there are too";
                    case BOTH -> "";
                };
            case BlockTarget.Ports _ ->
                "packets are judged by the port that they go to, so answers to a client whose own port lies in the range"
                        + " are dropped too; what passes through this machine is dropped whichever way it goes";
            case BlockTarget.Domain _ -> "";
        };
    }
}
