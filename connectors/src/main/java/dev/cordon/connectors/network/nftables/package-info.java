/**
 * The packet filter of a Linux machine, this one or a host over SSH: blocks, and isolation of a host on itself or at its
 * gateway.
 *
 * <p>Start at {@link dev.cordon.connectors.network.nftables.Nftables}, then
 * {@link dev.cordon.connectors.network.nftables.FirewallBlocks} and
 * {@link dev.cordon.connectors.network.nftables.HostIsolation}. What no plan may cut is
 * {@link dev.cordon.connectors.network.nftables.OwnPath}, and {@link dev.cordon.connectors.network.nftables.Approach}
 * finds it out. "This machine" is always the one whose filter it is. Everything stands in tables of Cordon's own, so no rule
 * of anybody else is read, changed or reordered.
 *
 * <p>Needs nft 1.0.6 or later (nft(8), libnftables-json(5); Debian 12 has it) on Linux 5.10 or later, and
 * CAP_NET_ADMIN in the network namespace; {@code ip} (iproute2) and {@code getent} for isolation. {@code ss} and
 * {@code conntrack} end open connections where they are installed.
 */
@NullMarked
package dev.cordon.connectors.network.nftables;

import org.jspecify.annotations.NullMarked;
