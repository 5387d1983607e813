package dev.cordon.configuration;

import dev.cordon.action.Cidr;
import dev.cordon.action.ValueTypes;
import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Type;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.policy.Limits;
import dev.cordon.policy.NamePattern;
import dev.cordon.policy.ProtectedAssets;
import java.util.List;

/** How {@code protected}, {@code responders} and {@code limits} are written. */
final class Rails {

    private static final Type<List<NamePattern>> PATTERNS =
            Types.listOf(Types.text("name, * for any characters", NamePattern::new));
    private static final Parameter<List<NamePattern>> NAMES = Parameter.defaulted(
            "names", PATTERNS, List.of(), "Names of anything that is never touched: databases, units, roles.");
    private static final Parameter<List<NamePattern>> HOSTS =
            Parameter.defaulted("hosts", PATTERNS, List.of(), "Names of hosts that are never touched.");
    private static final Parameter<List<NamePattern>> ACCOUNTS =
            Parameter.defaulted("accounts", PATTERNS, List.of(), "Names of accounts that are never touched.");
    private static final Parameter<List<Cidr>> CIDRS = Parameter.defaulted(
            "cidrs",
            Types.listOf(ValueTypes.CIDR),
            List.of(),
            "Addresses and networks that are never blocked, and whose hosts are never touched.");

    static final Parameter<ProtectedAssets> PROTECTED = Parameter.defaulted(
            "protected",
            Types.group(Schema.of("protected", NAMES, HOSTS, ACCOUNTS, CIDRS), Rails::spared, Rails::values),
            ProtectedAssets.NONE,
            "What no plan may touch, whoever asks for it.");

    private static final Parameter<List<Cidr>> NETWORKS = Parameter.required(
            "cidrs", Types.listOf(ValueTypes.CIDR), "Addresses and networks that the responders work from.");

    static final Parameter<List<Cidr>> RESPONDERS = Parameter.defaulted(
            "responders",
            Types.group(
                    Schema.of("responders", NETWORKS),
                    given -> given.get(NETWORKS),
                    networks -> Values.of(NETWORKS.is(networks))),
            List.of(),
            "Where the responders work: never blocked, and none of its hosts is touched.");

    static final Parameter<Limits> LIMITS = Parameter.defaulted(
            "limits",
            reach("limits", Limits.DEFAULT),
            Limits.DEFAULT,
            "How much one playbook may reach; more is refused. From when on a second person is asked stands under approval.");

    private Rails() {}

    private static ProtectedAssets spared(Values given) {
        return new ProtectedAssets(given.get(NAMES), given.get(HOSTS), given.get(ACCOUNTS), given.get(CIDRS));
    }

    private static Values values(ProtectedAssets spared) {
        return Values.of(
                NAMES.is(spared.names()),
                HOSTS.is(spared.hosts()),
                ACCOUNTS.is(spared.accounts()),
                CIDRS.is(spared.cidrs()));
    }

    /** How many of each kind, with these where nothing is said. */
    static Type<Limits> reach(String owner, Limits usual) {
        var hosts = most("hosts", usual.hosts(), "How many hosts one playbook reaches.");
        var accounts = most("accounts", usual.accounts(), "How many accounts one playbook reaches.");
        var addresses = most(
                "addresses", usual.addresses(), "How many addresses one playbook blocks; an IPv6 /64 counts as one.");
        return Types.group(
                Schema.of(owner, hosts, accounts, addresses),
                given -> new Limits(given.get(hosts), given.get(accounts), given.get(addresses)),
                limits -> Values.of(
                        hosts.is(limits.hosts()), accounts.is(limits.accounts()), addresses.is(limits.addresses())));
    }

    private static Parameter<Integer> most(String name, int usual, String sentence) {
        return Parameter.defaulted(name, Types.integer(1, Integer.MAX_VALUE), usual, sentence);
    }
}
