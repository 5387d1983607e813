/**
 * The main job on an embedded default: a staged incident on a database, contained and taken back.
 *
 * <p>Start at {@link dev.cordon.demo.DatabaseDemo}. It uses what every playbook uses; only the incident is staged.
 */
@NullMarked
package dev.cordon.demo;

import org.jspecify.annotations.NullMarked;
