/**
 * What a responder writes down to be done in one incident: the actions, their order, and what happens when one fails.
 *
 * <p>Start at {@link dev.cordon.playbook.Playbook}; {@link dev.cordon.playbook.PlaybookReader} makes one out of a file
 * or out of the words of a command. Which platform carries an action and what it does there is
 * {@code dev.cordon.execution.Planner}'s to find out.
 */
@NullMarked
package dev.cordon.playbook;

import org.jspecify.annotations.NullMarked;
