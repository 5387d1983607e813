/**
 * Runs programs on this machine, started directly and never through a shell.
 *
 * <p>Start at {@link dev.cordon.transport.local.Programs}; {@link dev.cordon.transport.local.Commands} makes it the
 * transport of {@link dev.cordon.operation.Command}, and {@link dev.cordon.transport.local.ShellText} writes what a
 * person would paste.
 */
@NullMarked
package dev.cordon.transport.local;

import org.jspecify.annotations.NullMarked;
