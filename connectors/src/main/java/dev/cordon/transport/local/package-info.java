/**
 * Runs programs on this machine, started directly and never through a shell.
 *
 * <p>Start at {@link dev.cordon.transport.local.LocalPrograms}.
 */
@NullMarked
package dev.cordon.transport.local;

import org.jspecify.annotations.NullMarked;
