/** What is approved, stored, run and undone: a plan as data. Start at {@link dev.cordon.plan.Plan}. */
@org.jspecify.annotations.NullMarked
package dev.cordon.plan;
