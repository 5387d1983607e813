/**
 * PostgreSQL servers for tests and for the demo, each in a folder of its own and gone when it is closed.
 *
 * <p>Start at {@link dev.cordon.lab.postgresql.EmbeddedServer}, which needs nothing to be installed.
 */
@NullMarked
package dev.cordon.lab.postgresql;

import org.jspecify.annotations.NullMarked;
