package dev.cordon.lab.host;

import java.util.List;
import java.util.Locale;

/** What is installed on a {@link DebianHost}. */
public enum Furnishing {
    /** As small as a host can be that still has systemd and lets somebody in: no sudo, no nft, no gdb, no cron. */
    BARE("systemd", "systemd-sysv", "libpam-systemd", "dbus", "procps", "iproute2", "openssh-server"),
    /** What a well-kept host has on top of that. */
    FULL("sudo", "cron", "nftables", "conntrack", "gdb");

    private final List<String> packages;

    Furnishing(String... packages) {
        this.packages = List.of(packages);
    }

    /** The Debian packages by name, with commas between them; of {@link #FULL} only what it has on top. */
    String packages() {
        return String.join(",", packages);
    }

    /** The folder of its tree among the others. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
