/**
 * What {@code cordon.yaml} says: the platforms that can be acted on.
 *
 * <p>Start at {@link dev.cordon.configuration.ConfigurationReader}, then
 * {@link dev.cordon.configuration.Configuration}, which opens what was read. What one platform needs to be told is for
 * its {@link dev.cordon.plan.PlatformType} to declare.
 */
@NullMarked
package dev.cordon.configuration;

import org.jspecify.annotations.NullMarked;
