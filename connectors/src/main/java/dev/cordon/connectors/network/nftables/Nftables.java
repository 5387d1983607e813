package dev.cordon.connectors.network.nftables;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Schema;
import dev.cordon.document.Values;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The packet filter of a Linux machine, through {@code nft}. */
public final class Nftables implements PlatformType {

    private final BlockTable blocks;
    private final Clock clock;

    public Nftables(Clock clock) {
        this(clock, 65_536);
    }

    /** @param size how many elements each map of blocks holds */
    Nftables(Clock clock, int size) {
        this.clock = clock;
        this.blocks = new BlockTable(size);
    }

    @Override
    public String name() {
        return "nftables";
    }

    @Override
    public Schema settings() {
        return NftablesSettings.SCHEMA;
    }

    @Override
    public Set<ActionKind> carries() {
        return Set.of(ActionKind.FIREWALL_BLOCK, ActionKind.ISOLATE_HOST);
    }

    @Override
    public Platform open(PlatformName name, Values settings, Map<String, String> environment) {
        var read = NftablesSettings.of(settings);
        read.remote().ifPresent(remote -> remote.account().demandAll(environment));
        return new NftablesPlatform(name, read, environment, blocks, clock);
    }

    @Override
    public Platform offline(PlatformName name) {
        return new NftablesPlatform(name, NftablesSettings.none(), Map.of(), blocks, clock);
    }
}
