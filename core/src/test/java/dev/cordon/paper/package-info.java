/**
 * A platform on paper: it can be configured, opened and rendered, and it runs nothing.
 *
 * <p>Start at {@link dev.cordon.paper.PaperType}; {@link dev.cordon.paper.PaperPlan} is a plan that has one of
 * everything, and {@link dev.cordon.paper.Golden} compares with a file that a person has looked at.
 */
@NullMarked
package dev.cordon.paper;

import org.jspecify.annotations.NullMarked;
