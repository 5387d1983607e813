package dev.cordon.lab.host;

/**
 * What of a host an undo must have put back, byte for byte.
 *
 * @param files   what lies below the folders of systemd and of the init scripts: kind, mode, owner, path, and where a
 *                link points; then the SHA-256 of each file
 * @param units   id and states of each unit that is known or loaded, but of those that come and go by themselves:
 *                devices, login sessions, and units that are only named by others
 * @param ruleset {@code nft list ruleset}
 */
public record HostState(String files, String units, String ruleset) {

    private static final String FILES = """
            exec 2>&1; set -- /etc/systemd /run/systemd/system /etc/init.d /etc/rc?.d /etc/cron.d
            find "$@" -printf '%y %m %u:%g %p %l\\n' | sort
            find "$@" -type f -exec sha256sum {} + | sort
            """;
    private static final String UNITS = """
            { systemctl list-unit-files --no-legend --plain --type=service,socket,timer,path,target,mount | grep -v '@\\.'
              systemctl list-units --all --no-legend --plain; } | sed 's/^[* ]*//; s/ .*//' | sort -u |
            grep -Ev '\\.device$|^(session-|user@|user-|run-user-|init\\.scope)' |
            xargs -d '\\n' systemctl show --property=Id,LoadState,ActiveState,SubState,UnitFileState -- |
            awk 'BEGIN { RS = ""; FS = "\\n" } !/LoadState=not-found/ { gsub("\\n", " "); print }' | sort -u
            """;

    static HostState of(DebianHost host, String ruleset) {
        return new HostState(host.run("sh", "-c", FILES), host.run("sh", "-c", UNITS), ruleset);
    }
}
