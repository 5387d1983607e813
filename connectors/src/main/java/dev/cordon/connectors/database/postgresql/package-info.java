/**
 * Databases on PostgreSQL 15 to 18: {@code lockdown_database}.
 *
 * <p>Start at {@link dev.cordon.connectors.database.postgresql.PostgresqlLockdown}, which draws the plan up;
 * {@link dev.cordon.connectors.database.postgresql.Lock} is the idea that it stands on: what an ACL becomes, and how it
 * is written back as it was. The account should be a superuser; what less is enough for stands in
 * {@code docs/platforms/postgresql.md}. Knowledge is from the PostgreSQL documentation (5.8 Privileges, 22 Database
 * roles, 40 Event triggers, 53 System catalogs; the pages are alike in 15 to 18) and from trying it on both ends.
 */
@NullMarked
package dev.cordon.connectors.database.postgresql;

import org.jspecify.annotations.NullMarked;
