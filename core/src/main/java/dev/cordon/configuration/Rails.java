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

/** How {@code protected} and {@code limits} are written. */
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

    private static final int MOST = Integer.MAX_VALUE;
    private static final Parameter<Integer> MOST_HOSTS = Parameter.defaulted(
            "hosts", Types.integer(1, MOST), Limits.DEFAULT.hosts(), "How many hosts one playbook may reach.");
    private static final Parameter<Integer> MOST_ACCOUNTS = Parameter.defaulted(
            "accounts", Types.integer(1, MOST), Limits.DEFAULT.accounts(), "How many accounts one playbook may reach.");
    private static final Parameter<Integer> MOST_ADDRESSES = Parameter.defaulted(
            "addresses",
            Types.integer(1, MOST),
            Limits.DEFAULT.addresses(),
            "How many addresses one playbook may block; an IPv6 /64 counts as one.");

    static final Parameter<ProtectedAssets> PROTECTED = Parameter.defaulted(
            "protected",
            Types.group(Schema.of("protected", NAMES, HOSTS, ACCOUNTS, CIDRS), Rails::spared, Rails::values),
            ProtectedAssets.NONE,
            "What no plan may touch, whoever asks for it.");

    static final Parameter<Limits> LIMITS = Parameter.defaulted(
            "limits",
            Types.group(Schema.of("limits", MOST_HOSTS, MOST_ACCOUNTS, MOST_ADDRESSES), Rails::limits, Rails::values),
            Limits.DEFAULT,
            "How much one playbook may reach; more is refused.");

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

    private static Limits limits(Values given) {
        return new Limits(given.get(MOST_HOSTS), given.get(MOST_ACCOUNTS), given.get(MOST_ADDRESSES));
    }

    private static Values values(Limits limits) {
        return Values.of(
                MOST_HOSTS.is(limits.hosts()),
                MOST_ACCOUNTS.is(limits.accounts()),
                MOST_ADDRESSES.is(limits.addresses()));
    }
}
