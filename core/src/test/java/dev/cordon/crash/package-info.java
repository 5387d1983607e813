/**
 * Kills real processes while they work through random playbooks, lets others go on, and compares the end with that of
 * a run that nobody disturbed.
 *
 * <p>Start at {@link dev.cordon.crash.KilledRun}. A {@link dev.cordon.crash.Worker} is what a process does with a data
 * folder. Everything outside the process is its {@link dev.cordon.crash.Director}, in another process and at the other
 * end of a {@link dev.cordon.crash.Line}: the {@link dev.cordon.crash.Vendor} with all effects, the time, the
 * {@link dev.cordon.crash.Witness} of what was acknowledged, and whoever kills.
 */
@NullMarked
package dev.cordon.crash;

import org.jspecify.annotations.NullMarked;
