package dev.cordon.connectors.network.nftables;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Transport;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Reader;
import dev.cordon.plan.View;
import dev.cordon.transport.local.LocalPrograms;
import dev.cordon.transport.nft.Nft;
import dev.cordon.transport.program.Commands;
import dev.cordon.transport.program.Programs;
import dev.cordon.transport.ssh.SshPrograms;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One packet filter: this machine's or another host's, or that of one of its network namespaces. */
final class NftablesPlatform implements Platform {

    private final PlatformName name;
    private final List<Connector<?, ?>> connectors;
    private final Map<String, View> views;
    private final Transport transport;
    private final String nft;
    private final Optional<SshPrograms> host;
    private final Approach approach;

    NftablesPlatform(
            PlatformName name,
            NftablesSettings settings,
            Map<String, String> environment,
            BlockTable blocks,
            Clock clock) {
        this.name = name;
        this.nft = settings.nft();
        this.host = settings.remote().map(remote -> new SshPrograms(remote, environment));
        this.approach = host.isPresent()
                ? Approach.overSsh(settings.management())
                : Approach.onThisMachine(settings.management(), environment);
        this.connectors = List.of(new FirewallBlocks(name, blocks, approach), new HostIsolation(name, approach));
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
        var programs = programs(settings);
        this.transport = new NftablesTransport(new Nft(programs, settings.nft(), clock), new Commands(programs), host);
    }

    private Programs programs(NftablesSettings settings) {
        Programs there = host.isPresent() ? host.get() : LocalPrograms.here();
        return settings.networkNamespace().map(there::inNetworkNamespace).orElse(there);
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
        return new Examination(name, nft, approach).findings(reader);
    }

    /** On this machine each operation starts its own program: nothing stays open. */
    @Override
    public void close() {
        host.ifPresent(SshPrograms::close);
    }
}
