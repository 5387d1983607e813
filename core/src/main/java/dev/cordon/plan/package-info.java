/**
 * What is approved, stored, run and undone: a plan as data, and the connector that draws it up.
 *
 * <p>Start at {@link dev.cordon.plan.Plan}, then {@link dev.cordon.plan.Connector}. Carrying a plan out is
 * {@code dev.cordon.execution}.
 */
@NullMarked
package dev.cordon.plan;

import org.jspecify.annotations.NullMarked;
