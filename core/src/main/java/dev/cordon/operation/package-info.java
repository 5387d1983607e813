/**
 * One primitive read or write as data, what came of it, and who runs it.
 *
 * <p>Start at {@link dev.cordon.operation.Operation}. Which operations belong together, and what takes them
 * back, is {@code dev.cordon.plan}; running one on a real system is a {@link dev.cordon.operation.Transport}.
 */
@NullMarked
package dev.cordon.operation;

import org.jspecify.annotations.NullMarked;
