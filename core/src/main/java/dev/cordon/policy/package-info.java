/**
 * What must not happen, whoever asks: protected assets and limits on how much one playbook may reach.
 *
 * <p>Start at {@link dev.cordon.policy.Guard}. It is asked when a plan is drawn up, again right before it is applied,
 * and for each member that is found only then.
 */
@NullMarked
package dev.cordon.policy;

import org.jspecify.annotations.NullMarked;
