/**
 * Shows what is planned, what stands where, and what was done: as text for a terminal, as Markdown and as JSON.
 *
 * <p>Start at {@link dev.cordon.report.PlanText} for what a responder reads before applying,
 * {@link dev.cordon.report.ContainmentAction} for the JSON that every interface gives, and
 * {@link dev.cordon.report.RunReport} for what a run left behind, {@link dev.cordon.report.ExecutiveSummary} for the
 * same on one page. Everything here is a pure function of plans and
 * journal entries; nothing is read from a platform. What came from outside is made harmless before it is shown: on a
 * terminal by {@link dev.cordon.document.Printable}, in Markdown by {@code Markdown}.
 */
@NullMarked
package dev.cordon.report;

import org.jspecify.annotations.NullMarked;
