package dev.cordon.policy;

import java.util.List;
import java.util.Optional;

/**
 * How much one playbook may reach at most; more is refused. On by default: a slip of the hand in a prefix or a wildcard
 * must not contain the company.
 *
 * @param hosts machines
 * @param accounts people's and services'
 * @param addresses that are blocked, as {@link BlastRadius} counts them
 */
public record Limits(int hosts, int accounts, int addresses) {

    /** Where the configuration says nothing. A block of a /16 passes, of a /15 does not. */
    public static final Limits DEFAULT = new Limits(100, 100, 65_536);

    /** None. */
    public static final Limits ENDLESS = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    public Limits {
        if (hosts < 1 || accounts < 1 || addresses < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }

    /** What is over, and the way out; empty where nothing is. */
    Optional<String> exceededBy(BlastRadius radius) {
        return List.of(
                        over("hosts", radius.hosts(), hosts),
                        over("accounts", radius.accounts(), accounts),
                        over("addresses", radius.addresses(), addresses))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> over(String what, long reached, int limit) {
        return reached <= limit
                ? Optional.empty()
                : Optional.of("reaches " + reached + " " + what + ", the limit is " + limit
                        + ": aim closer, or raise limits." + what + " in the configuration");
    }
}
