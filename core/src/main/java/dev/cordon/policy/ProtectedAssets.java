package dev.cordon.policy;

import dev.cordon.action.Cidr;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What no plan may touch, whoever asks for it.
 *
 * @param names of anything, whatever its kind: a database, a unit, a role
 * @param hosts by name
 * @param accounts by name
 * @param cidrs hosts that have an address in one, and ranges of addresses that share one with it
 * @param responders the same for the networks that the responders work from
 */
public record ProtectedAssets(
        List<NamePattern> names,
        List<NamePattern> hosts,
        List<NamePattern> accounts,
        List<Cidr> cidrs,
        List<Cidr> responders) {

    /** Nothing is. */
    public static final ProtectedAssets NONE = new ProtectedAssets(List.of(), List.of(), List.of(), List.of());

    public ProtectedAssets {
        names = List.copyOf(names);
        hosts = List.copyOf(hosts);
        accounts = List.copyOf(accounts);
        cidrs = List.copyOf(cidrs);
        responders = List.copyOf(responders);
    }

    /** Where nothing is said of the responders. */
    public ProtectedAssets(
            List<NamePattern> names, List<NamePattern> hosts, List<NamePattern> accounts, List<Cidr> cidrs) {
        this(names, hosts, accounts, cidrs, List.of());
    }

    /** The same, and these networks as well. */
    public ProtectedAssets withResponders(List<Cidr> networks) {
        return new ProtectedAssets(names, hosts, accounts, cidrs, networks);
    }

    /** The entry that protects it, as the configuration has it: {@code accounts: breakglass-*}. */
    Optional<String> entryFor(Asset asset) {
        return Stream.concat(
                        named("names", names, asset.names(), NamePattern::matches),
                        asset.subjects().stream().flatMap(this::entriesFor))
                .findFirst();
    }

    private Stream<String> entriesFor(Subject subject) {
        var byName = switch (subject) {
            case Subject.Host host ->
                Stream.concat(
                        named("hosts", hosts, host.names(), NamePattern::matchesHost),
                        named("hosts", hosts, host.addresses(), NamePattern::matches));
            case Subject.Account account -> named("accounts", accounts, account.names(), NamePattern::matchesAccount);
            case Subject.Addresses _ -> Stream.<String>empty();
        };
        var byAddress = Stream.concat(addressed("cidrs", cidrs, subject), addressed("responders", responders, subject));
        return Stream.concat(byName, byAddress);
    }

    private static Stream<String> addressed(String list, List<Cidr> networks, Subject subject) {
        return networks.stream()
                .filter(range -> subject.ranges().stream().anyMatch(range::overlaps))
                .map(range -> list + ": " + range.shortest());
    }

    private static Stream<String> named(
            String list, List<NamePattern> patterns, List<String> names, BiPredicate<NamePattern, String> matches) {
        return patterns.stream()
                .filter(pattern -> names.stream().anyMatch(name -> matches.test(pattern, name)))
                .map(pattern -> list + ": " + pattern);
    }
}
