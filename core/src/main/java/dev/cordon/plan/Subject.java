package dev.cordon.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cordon.action.Cidr;
import dev.cordon.action.IpAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom or what an asset stands for, as people protect and count it: the host of a process, the account of a session, the
 * addresses of a block. Under every name that was discovered, since a protected list may know it by any of them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
public sealed interface Subject {

    /**
     * A machine.
     *
     * @param addresses of all its interfaces that are known, as text
     */
    @JsonTypeName("host")
    record Host(List<String> names, List<String> addresses) implements Subject {
        public Host {
            names = List.copyOf(names);
            addresses = List.copyOf(addresses);
            addresses.forEach(IpAddress::parse);
        }
    }

    /** Somebody, or some service, that logs in. */
    @JsonTypeName("account")
    record Account(List<String> names) implements Subject {
        public Account {
            names = List.copyOf(names);
        }
    }

    /**
     * Whoever has these addresses.
     *
     * @param range an address or a network, as text
     */
    @JsonTypeName("addresses")
    record Addresses(String range) implements Subject {
        public Addresses {
            range = Cidr.parse(range).shortest();
        }

        public Addresses(Cidr range) {
            this(range.shortest());
        }

        public Cidr cidr() {
            return Cidr.parse(range);
        }
    }

    /** The addresses that it is known by. */
    default List<Cidr> ranges() {
        return switch (this) {
            case Host(var _, var addresses) ->
                addresses.stream().map(Cidr::parse).toList();
            case Account _ -> List.of();
            case Addresses addresses -> List.of(addresses.cidr());
        };
    }

    /** For a person: {@code host web1 (10.0.0.11)}. */
    default String inWords() {
        return switch (this) {
            case Host(var names, var addresses) ->
                "host "
                        + String.join(
                                ", ",
                                Stream.concat(names.stream(), addresses.stream())
                                        .distinct()
                                        .toList());
            case Account(var names) -> "account " + String.join(", ", names);
            case Addresses(var range) -> range;
        };
    }
}
