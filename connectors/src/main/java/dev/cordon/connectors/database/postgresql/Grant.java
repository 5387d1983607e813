package dev.cordon.connectors.database.postgresql;

import org.jspecify.annotations.Nullable;

/**
 * One privilege, as {@code aclexplode} reads it.
 *
 * @param grantor who gave it; the owner, or somebody who may pass it on
 * @param grantee who has it; null for PUBLIC
 * @param grantable the grantee may pass it on
 */
record Grant(String grantor, @Nullable String grantee, Privilege privilege, boolean grantable) {

    boolean isTo(@Nullable String role) {
        return role == null ? grantee == null : role.equals(grantee);
    }
}
