/**
 * Carries plans out, settles what a crash left open, and takes them back.
 *
 * <p>Start at {@link dev.cordon.execution.Engine}; the rule that everything follows is
 * {@link dev.cordon.execution.Rule}. Drawing plans up from a playbook is {@link dev.cordon.execution.Planner}. What happens
 * without anybody asking is a {@link dev.cordon.execution.Round}.
 */
@NullMarked
package dev.cordon.execution;

import org.jspecify.annotations.NullMarked;
