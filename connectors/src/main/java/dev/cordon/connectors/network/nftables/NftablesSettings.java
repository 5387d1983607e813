package dev.cordon.connectors.network.nftables;

import dev.cordon.action.Cidr;
import dev.cordon.action.ValueTypes;
import dev.cordon.document.Parameter;
import dev.cordon.document.Printable;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.transport.ssh.SshRemote;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the configuration says of one packet filter.
 *
 * @param networkNamespace by its name in {@code ip netns}; empty for the one that Cordon runs in
 * @param management who is never cut off
 * @param nft the program: its name, or its absolute path
 * @param remote the host whose filter it is; empty for the machine that Cordon runs on
 */
record NftablesSettings(
        Optional<String> networkNamespace, List<Cidr> management, String nft, Optional<SshRemote> remote) {

    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");
    private static final Pattern PROGRAM = Pattern.compile("nft|/[^\\p{Cntrl}]{1,255}");

    private static final Parameter<Optional<String>> NETNS = Parameter.optional(
            "netns",
            Types.text("name of a network namespace", text -> matching(NAMESPACE, text, "name of a network namespace")),
            "The network namespace to work in, by its name in 'ip netns'; else the one that Cordon runs in.");

    private static final Parameter<List<Cidr>> MANAGEMENT = Parameter.defaulted(
            "management",
            Types.listOf(ValueTypes.CIDR),
            List.of(),
            "Addresses and networks that are never cut off: the responders' path.");

    private static final Parameter<String> NFT = Parameter.defaulted(
            "nft",
            Types.text("path", text -> matching(PROGRAM, text, "absolute path of nft")),
            "nft",
            "The nft program, by its absolute path, where it is not in the usual place.");

    static final Schema SCHEMA = SshRemote.in(Schema.of("nftables", NETNS, MANAGEMENT, NFT));

    static NftablesSettings of(Values given) {
        return new NftablesSettings(given.get(NETNS), given.get(MANAGEMENT), given.get(NFT), SshRemote.of(given));
    }

    static NftablesSettings none() {
        return new NftablesSettings(Optional.empty(), List.of(), "nft", Optional.empty());
    }

    private static String matching(Pattern pattern, String text, String what) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(Printable.quoted(text) + " is no " + what);
        }
        return text;
    }
}
