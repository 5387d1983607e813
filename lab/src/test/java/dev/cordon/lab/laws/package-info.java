/**
 * The laws that every connector obeys, and what a connector's test supplies to be held to them.
 *
 * <p>Start at {@link dev.cordon.lab.laws.ConnectorLaws}; a test extends it and gives
 * {@link dev.cordon.lab.laws.LawCase}s.
 */
@NullMarked
package dev.cordon.lab.laws;

import org.jspecify.annotations.NullMarked;
