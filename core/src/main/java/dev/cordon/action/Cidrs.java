package dev.cordon.action;

import java.util.List;
import java.util.Optional;

/** What must hold for lists of addresses that are let through. */
final class Cidrs {

    private Cidrs() {}

    static Optional<String> everybody(List<Cidr> allowed) {
        return allowed.stream()
                .filter(range -> range.prefix() == 0)
                .findFirst()
                .map(range -> range + " lets everybody through: nothing would be cut off");
    }
}
