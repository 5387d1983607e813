/**
 * Walks through rule R1: every kind of step, every answer, every course of the looks, every place where the process can
 * die, in apply and in undo. In one process, with virtual time.
 *
 * <p>Start at {@link dev.cordon.walk.RuleWalkTest}. The {@link dev.cordon.walk.QueueVendor} is truthful: what it shows is
 * so, or becomes so within the time that the plan says.
 */
@NullMarked
package dev.cordon.walk;

import org.jspecify.annotations.NullMarked;
