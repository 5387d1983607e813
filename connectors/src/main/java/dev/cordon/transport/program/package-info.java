/**
 * Programs by their argument lists: what runs them, what became of them, and how a person would type them.
 *
 * <p>Start at {@link dev.cordon.transport.program.Programs}. Where they run is another package's business: on this
 * machine {@code dev.cordon.transport.local}, on a host over SSH {@code dev.cordon.transport.ssh}.
 * {@link dev.cordon.transport.program.Commands} makes them the transport of {@link dev.cordon.operation.Command}, and
 * {@link dev.cordon.transport.program.ShellText} writes what a person would paste.
 */
@NullMarked
package dev.cordon.transport.program;

import org.jspecify.annotations.NullMarked;
