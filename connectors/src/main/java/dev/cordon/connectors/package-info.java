/**
 * What Cordon can act on: one folder a platform, listed in {@link dev.cordon.connectors.ConnectorRegistry}.
 *
 * <p>Start at the registry, then at the {@code package-info} of one platform's folder: it names the vendor's pages, the
 * version and the rights that the credential needs. How operations travel is {@code dev.cordon.transport}'s.
 */
@NullMarked
package dev.cordon.connectors;

import org.jspecify.annotations.NullMarked;
