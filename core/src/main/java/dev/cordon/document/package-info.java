/**
 * Turns what a person wrote (YAML, JSON, {@code key=value} words) into typed values, and says everything that is
 * wrong with it at once, each {@link dev.cordon.document.Problem} with its place and a way out.
 *
 * <p>Start at {@link dev.cordon.document.Documents}, which reads text into a tree whose every node knows its line and
 * column; then {@link dev.cordon.document.Schema}, which reads a mapping of that tree into
 * {@link dev.cordon.document.Values}. A {@link dev.cordon.document.Parameter} is declared once, and reading, writing,
 * the catalogue and the documentation all come from it. Which words exist is left to the packages that declare them:
 * {@code dev.cordon.action} for requests, {@code dev.cordon.playbook} for playbooks,
 * {@code dev.cordon.configuration} for {@code cordon.yaml}, each type of platform for its settings.
 */
@NullMarked
package dev.cordon.document;

import org.jspecify.annotations.NullMarked;
