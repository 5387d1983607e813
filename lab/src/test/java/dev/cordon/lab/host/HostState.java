package dev.cordon.lab.host;

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

    static HostState of(DebianHost host, String ruleset) {
        return new HostState(host.run("sh", "-c", FILES), host.run("sh", "-c", UNITS), ruleset);
    }
}
