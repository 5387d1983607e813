/**
 * Carries {@link dev.cordon.operation.NftTransaction}s out by the {@code nft} program of a machine.
 *
 * <p>Start at {@link dev.cordon.transport.nft.Nft}; what the kernel's refusals mean is
 * {@link dev.cordon.transport.nft.NftRefusal}. What the transactions are for is the connectors' business.
 */
@NullMarked
package dev.cordon.transport.nft;

import org.jspecify.annotations.NullMarked;
