package dev.cordon.policy;

import dev.cordon.action.Cidr;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Subject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many a playbook reaches, as far as it is known before: what an {@code Each} finds later has a bound of its own.
 *
 * @param hosts machines
 * @param accounts people's and services'
 * @param addresses single IPv4 addresses, and IPv6 networks of a /64, which is what one site hands to one machine;
 *     counted to {@link Long#MAX_VALUE} at most
 */
public record BlastRadius(int hosts, int accounts, long addresses) {

    private static final int SITE = 64;

    public static BlastRadius of(Collection<Asset> touched) {
        var subjects = touched.stream()
                .flatMap(asset -> asset.subjects().stream())
                .distinct()
                .toList();
        return new BlastRadius(
                (int) subjects.stream().filter(Subject.Host.class::isInstance).count(),
                (int) subjects.stream()
                        .filter(Subject.Account.class::isInstance)
                        .count(),
                size(subjects));
    }

    /** A range that lies in another is counted once. */
    private static long size(List<Subject> subjects) {
        var ranges = subjects.stream()
                .filter(Subject.Addresses.class::isInstance)
                .flatMap(subject -> subject.ranges().stream())
                .distinct()
                .toList();
        return ranges.stream()
                .filter(range -> ranges.stream().noneMatch(other -> !other.equals(range) && other.contains(range)))
                .mapToLong(BlastRadius::size)
                .reduce(0, BlastRadius::sum);
    }

    private static long size(Cidr range) {
        var bits = range.isV4() ? range.network().bits() : SITE;
        var free = Math.max(0, bits - range.prefix());
        return free >= Long.SIZE - 1 ? Long.MAX_VALUE : 1L << free;
    }

    private static long sum(long one, long other) {
        return Long.MAX_VALUE - one < other ? Long.MAX_VALUE : one + other;
    }

    /** {@code 1 host, 2 accounts, 256 addresses}; empty where it reaches nobody that is counted. */
    public String inWords() {
        return Stream.of(
                        count(hosts, "host", "hosts"),
                        count(accounts, "account", "accounts"),
                        count(addresses, "address", "addresses"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String count(long number, String one, String many) {
        return number == 0 ? "" : number + " " + (number == 1 ? one : many);
    }
}
