package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.Hostname;
import dev.cordon.action.IpAddress;
import dev.cordon.plan.Subject;
import dev.cordon.transport.ssh.SshHost;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The hosts of one platform by their names, in small letters. */
record Inventory(Map<String, SshHost> hosts) {

    Inventory {
        hosts = Map.copyOf(hosts);
    }

    /** Why these names are no inventory; empty where they are one. */
    static Optional<String> mistake(Map<Hostname, SshHost> given) {
        if (given.isEmpty()) {
            return Optional.of("no host stands here: write each as NAME: ADDRESS");
        }
        var seen = new TreeMap<String, Hostname>();
        for (var name : given.keySet()) {
            var twin = seen.putIfAbsent(id(name), name);
            if (twin != null) {
                return Optional.of(twin + " and " + name + " are the same name: case does not tell hosts apart");
            }
        }
        return Optional.empty();
    }

    static Inventory of(Map<Hostname, SshHost> given) {
        var hosts = new TreeMap<String, SshHost>();
        given.forEach((name, host) -> hosts.put(id(name), host));
        return new Inventory(hosts);
    }

    boolean knows(Hostname name) {
        return hosts.containsKey(id(name));
    }

    /** Whom work on one of its hosts hits: by its name here, and by its address where that is one. */
    Subject subject(String host) {
        var place = Optional.ofNullable(hosts.get(host)).map(SshHost::address);
        return new Subject.Host(
                Stream.concat(Stream.of(host), place.stream().filter(address -> !isAddress(address)))
                        .distinct()
                        .toList(),
                place.stream().filter(Inventory::isAddress).toList());
    }

    private static boolean isAddress(String text) {
        try {
            IpAddress.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false; // a name
        }
    }

    /** How operations and assets name a host. */
    static String id(Hostname name) {
        return name.value().toLowerCase(Locale.ROOT);
    }
}
