/**
 * Cordon as a library: what the command line does, from Java.
 *
 * <p>Start at {@link dev.cordon.library.Cordon}. The six domain classes, {@link dev.cordon.library.NetworkContainment}
 * and its siblings, each plan their actions and change nothing; {@link dev.cordon.library.ContainmentPlaybook} collects
 * them, and {@code Cordon} applies it. Planning, running and the journal are those of the packages before this one.
 */
@NullMarked
package dev.cordon.library;

import org.jspecify.annotations.NullMarked;
