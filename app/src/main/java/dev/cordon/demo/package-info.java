/**
 * The main job on an embedded default: two staged incidents, on a database and on a host, contained.
 *
 * <p>Start at {@link dev.cordon.demo.IncidentsDemo}. It uses what every playbook uses; only the incident is staged.
 */
@NullMarked
package dev.cordon.demo;

import org.jspecify.annotations.NullMarked;
