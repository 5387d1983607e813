/**
 * What a responder can ask for: the 23 requests, typed and checked, and the values that they are made of.
 *
 * <p>Start at {@link dev.cordon.action.ContainmentRequest}, then any of its records, say
 * {@link dev.cordon.action.IsolateHost}; {@link dev.cordon.action.ActionKind} lists them all and
 * {@link dev.cordon.action.ValueTypes} says how each value is written. A request says what is wanted and nothing of
 * how: which platform carries it, what it finds there and what it does belong to the connectors and to
 * {@code dev.cordon.plan}.
 *
 * <p>Names that others chose (accounts, processes, rules) are kept byte for byte, because an attacker chooses them
 * too; they never become part of a command. Names that machines agree on (addresses, host and domain names) have one
 * spelling here, so that nothing looks like something else.
 */
@NullMarked
package dev.cordon.action;

import org.jspecify.annotations.NullMarked;
