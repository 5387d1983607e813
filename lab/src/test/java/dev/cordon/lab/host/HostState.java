package dev.cordon.lab.host;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a host an undo must have put back, byte for byte.
 *
 * @param files   what lies below the folders of systemd and of the init scripts: kind, mode, owner, path, and where a
 *                link points; then the SHA-256 of each file
 * @param units   name and states of each unit that is up or has failed; then more of each that is named in /etc/systemd
 *                or /run/systemd. Any other is down, and {@code files} says the rest of it. Without those that come
 *                and go by themselves, devices and login sessions
 * @param ruleset {@code nft list ruleset}
 */
public record HostState(String files, String units, String ruleset) {

    private static final String FILES = """
            exec 2>&1
            set -- /etc/systemd /run/systemd/system /usr/lib/systemd/system /etc/init.d /etc/rc?.d /etc/cron.d
            find "$@" -printf '%y %m %u:%g %p %l\\n' | sort
            find "$@" -type f -exec sha256sum {} + | sort
            """;

    /** {@code systemctl show} needs some milliseconds for each unit, so it is asked only for what can differ. */
    private static final String UNITS = """
            systemctl list-units --all --plain --no-legend |
            awk '$2 != "not-found" && $3 != "inactive" { print $1, $2, $3, $4 }' |
            grep -Ev '^(session-|user@|user-|run-user-|run-credentials-|init\\.scope)|\\.device ' | sort
            find /etc/systemd/system /run/systemd/system -printf '%f\\n' |
            grep -E '[^@]\\.(service|socket|timer|path|target|mount)$' | sort -u |
            xargs -d '\\n' systemctl show \\
                --property=Id,LoadState,ActiveState,SubState,UnitFileState,NeedDaemonReload -- |
            awk 'BEGIN { RS = ""; FS = "\\n" } { gsub("\\n", " "); print }'
            """;

    /** The lines that only one of two has, with {@code -} or {@code +} in front: what was there, what is there now. */
    public List<String> since(HostState before) {
        var was = before.lines();
        var is = lines();
        return Stream.concat(
                        was.stream().filter(line -> !is.contains(line)).map("- "::concat),
                        is.stream().filter(line -> !was.contains(line)).map("+ "::concat))
                .toList();
    }

    private Set<String> lines() {
        return (files + "\n" + units + "\n" + ruleset).lines().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static HostState of(DebianHost host, String ruleset) {
        return new HostState(host.run("sh", "-c", FILES), host.run("sh", "-c", UNITS), ruleset);
    }
}
