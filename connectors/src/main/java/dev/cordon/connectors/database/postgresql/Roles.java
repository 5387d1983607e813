package dev.cordon.connectors.database.postgresql;

import dev.cordon.document.Nearest;
import dev.cordon.document.Printable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All roles of a server, and who can act as whom. */
final class Roles {

    /**
     * @param memberOf the roles that it was made a member of, in whatever way: a member without INHERIT can still SET ROLE,
     *     and one with ADMIN can give itself either
     */
    record Role(long oid, String name, boolean superuser, boolean login, boolean createsRoles, List<String> memberOf) {}

    private final Map<String, Role> byName = new TreeMap<>();

    Roles(Collection<Role> all) {
        all.forEach(role -> byName.put(role.name(), role));
    }

    Optional<Role> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** {@code role 'aap'; did you mean 'app'?} */
    String unknown(String name) {
        var near = Nearest.to(name, byName.keySet()).map(it -> "; did you mean " + Printable.quoted(it) + "?");
        return "role " + Printable.quoted(name) + near.orElse("");
    }

    /** What it can act as, itself included, in the order of the alphabet. */
    List<String> actsAs(String name) {
        var found = new TreeSet<String>(Set.of(name));
        var open = new ArrayDeque<String>(List.of(name));
        while (!open.isEmpty()) {
            for (var of : named(open.remove()).map(Role::memberOf).orElse(List.of())) {
                if (found.add(of)) {
                    open.add(of);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The roles with which somebody can log in that are no superusers, but for {@code spared}. */
    List<Role> outsiders(Set<String> spared) {
        return byName.values().stream()
                .filter(role -> role.login() && !role.superuser() && !spared.contains(role.name()))
                .toList();
    }

    List<String> superusers() {
        return byName.values().stream().filter(Role::superuser).map(Role::name).toList();
    }
}
