package dev.cordon.lab.host;

/**
 * What of a host an undo must have put back, byte for byte.
 *
 * @param files   what lies below the folders of systemd and of the init scripts: kind, mode, owner, path, and where a
 *                link points; then the SHA-256 of each file
 * @param units   id and states of each unit that is up or has failed, or that is named in /etc/systemd or
 *                /run/systemd: any other is down, and {@code files} says the rest of it. Without those that come and
 *                go by themselves, devices and login sessions
 * @param ruleset {@code nft list ruleset}
 */
public record HostState(String files, String units, String ruleset) {

    private static final String FILES = """
            exec 2>&1
            set -- /etc/systemd /run/systemd/system /usr/lib/systemd/system /etc/init.d /etc/rc?.d /etc/cron.d
            find "$@" -printf '%y %m %u:%g %p %l\\n' | sort
            find "$@" -type f -exec sha256sum {} + | sort
            """;

    /** Units that are down are asked for only where they can differ: systemd needs three milliseconds for each. */
    private static final String UNITS = """
            { echo '*'; find /etc/systemd/system /run/systemd/system -printf '%f\\n' |
              grep -E '[^@]\\.(service|socket|timer|path|target|mount)$' | sort -u; } |
            xargs -d '\\n' systemctl show \\
                --property=Id,LoadState,ActiveState,SubState,UnitFileState,NeedDaemonReload -- |
            awk 'BEGIN { RS = ""; FS = "\\n" } !/LoadState=not-found/ { gsub("\\n", " "); print }' |
            grep -Ev '^Id=(session-|user@|user-|run-user-|run-credentials-|init\\.scope|[^ ]*\\.device )' | sort -u
            """;

    static HostState of(DebianHost host, String ruleset) {
        return new HostState(host.run("sh", "-c", FILES), host.run("sh", "-c", UNITS), ruleset);
    }
}
