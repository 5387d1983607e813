/**
 * Runs SQL transactions on a PostgreSQL server, and renders them as {@code psql} commands.
 *
 * <p>Start at {@link dev.cordon.transport.sql.JdbcTransport}. What is asked of a database is its connector's, in
 * {@code dev.cordon.connectors.database}.
 */
@NullMarked
package dev.cordon.transport.sql;

import org.jspecify.annotations.NullMarked;
