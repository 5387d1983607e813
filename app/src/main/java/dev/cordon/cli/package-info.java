/**
 * The command line: {@code cordon plan}, {@code apply}, {@code rollback} and the others.
 *
 * <p>Start at {@link dev.cordon.cli.Cordon}, which runs one command line; each command is a class of its own named
 * after it, and ends in an {@link dev.cordon.cli.Ending}, from which {@link dev.cordon.cli.Console} makes what is
 * printed and {@link dev.cordon.cli.ExitCode} says what the process answers. What a command needs from outside
 * (streams, clock, environment, types of platform) is in {@link dev.cordon.cli.Surroundings}; so a test runs the whole
 * of it in one process. Planning, applying and undoing are {@code dev.cordon.execution}'s work, and the words of a plan
 * or a report {@code dev.cordon.report}'s.
 */
@NullMarked
package dev.cordon.cli;

import org.jspecify.annotations.NullMarked;
