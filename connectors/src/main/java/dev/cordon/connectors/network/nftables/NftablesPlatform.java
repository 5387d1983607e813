package dev.cordon.connectors.network.nftables;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Transport;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Reader;
import dev.cordon.plan.View;
import dev.cordon.transport.local.Commands;
import dev.cordon.transport.local.Programs;
import dev.cordon.transport.nft.Nft;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** One packet filter: this machine's, or that of one of its network namespaces. */
final class NftablesPlatform implements Platform {

    private final PlatformName name;
    private final List<Connector<?, ?>> connectors;
    private final Map<String, View> views;
    private final Transport transport;
    private final String nft;

    NftablesPlatform(PlatformName name, NftablesSettings settings, OwnPath ownPath, BlockTable blocks, Clock clock) {
        this.name = name;
        this.nft = settings.nft();
        this.connectors = List.of(new FirewallBlocks(name, blocks, ownPath), new HostIsolation(name, ownPath));
        this.views = Map.of(
                BlockView.NAME,
                new BlockView(blocks),
                TableView.NAME,
                new TableView(),
                AddressViews.OWN,
                AddressViews::own,
                AddressViews.OF_NAME,
                AddressViews::ofName,
                ConnectionViews.SOCKETS,
                ConnectionViews::sockets,
                ConnectionViews.TRACKED,
                ConnectionViews::tracked,
                ConnectionViews.TO_ITSELF,
                ConnectionViews::toItself);
        var programs = settings.networkNamespace()
                .map(Programs.here()::inNetworkNamespace)
                .orElseGet(Programs::here);
        this.transport = new NftablesTransport(new Nft(programs, settings.nft(), clock), new Commands(programs));
    }

    @Override
    public PlatformName name() {
        return name;
    }

    @Override
    public String type() {
        return "nftables";
    }

    @Override
    public List<Connector<?, ?>> connectors() {
        return connectors;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public Map<String, View> views() {
        return views;
    }

    @Override
    public List<Finding> examine(Reader reader) {
        return new Examination(name, nft).findings(reader);
    }

    /** Each operation starts its own program: nothing stays open. */
    @Override
    public void close() {}
}
