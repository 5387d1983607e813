package dev.cordon.lab.host;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Units to disable, one of every kind that is disabled, or started again, in a way of its own.
 *
 * <p>{@link #install} puts them on a {@link Furnishing#FULL} host, in the states that are given here as {@code
 * systemctl show} says them: load state, active state, sub state, unit file state. But for {@link #CRON} the unit file
 * lies where a package puts it, {@code /usr/lib/systemd/system}, unless something else is said.
 */
public enum UnitZoo {
    /** As Debian delivers it. */
    CRON("cron.service", "loaded active running enabled"),
    /** Runs, but starts at no boot. */
    DISABLED("lab-disabled.service", "loaded active running disabled"),
    /** Has no [Install], so there is nothing to disable. */
    STATIC("lab-static.service", "loaded active running static"),
    /** Has no [Install] either, but a link that somebody made by hand: {@code enable} would not make it again. */
    HAND_LINKED("lab-hand-linked.service", "loaded active running enabled"),
    /** Its links lie in /run and are gone at the next boot. */
    RUNTIME_ENABLED("lab-runtime-enabled.service", "loaded active running enabled-runtime"),
    /** The unit behind {@link #ALIAS}. */
    ALIASED("lab-aliased.service", "loaded active running enabled"),
    /** Another name of {@link #ALIASED}. */
    ALIAS("lab-alias.service", "loaded active running enabled"),
    /** Of a template, enabled. */
    INSTANCE("lab-instance@one.service", "loaded active running enabled"),
    /** Of the same template, only started. */
    OTHER_INSTANCE("lab-instance@two.service", "loaded active running disabled"),
    /** Has a drop-in of the administrator, {@code local.conf}. */
    TUNED("lab-tuned.service", "loaded active running enabled"),
    /** Its unit file lies in /etc, so it cannot be masked; starts again when its process dies. */
    ADMIN("lab-admin.service", "loaded active running enabled"),
    /** Its unit file lies in /opt and is linked from /etc: it cannot be masked either. */
    LINKED("lab-linked.service", "loaded active running enabled"),
    /** Its unit file lies in /run. */
    RUNTIME("lab-runtime.service", "loaded active running enabled-runtime"),
    /** Made by {@code systemd-run}: it is forgotten when it stops, and nothing brings it back. */
    TRANSIENT("lab-transient.service", "loaded active running transient"),
    /** A script in /etc/init.d, with links in the folders of the run levels. */
    SYSV("lab-sysv.service", "loaded active running generated"),

    MASKED("lab-masked.service", "masked inactive dead masked"),
    /** Was masked while it ran, and runs. */
    MASKED_RUNNING("lab-masked-running.service", "masked active running masked"),
    FAILED("lab-failed.service", "loaded failed failed enabled"),
    /** Does not end when told to; killed a second later, and then {@code failed}. */
    STUBBORN("lab-stubborn.service", "loaded active running enabled"),
    /** No such unit, although {@code systemctl mask} would take it. */
    ABSENT("lab-absent.service", "not-found inactive dead "),

    /** Says back one line; waits for the first call on {@link #ECHO_SOCKET}. To disable it disables the socket. */
    ECHO("lab-echo.service", "loaded inactive dead indirect"),
    /** TCP port {@link #ECHO_PORT}. */
    ECHO_SOCKET("lab-echo.socket", "loaded active listening enabled"),
    /** Started again by {@link #TIMER} a second after it has ended. */
    TIMED("lab-timed.service", "loaded active running static"),
    TIMER("lab-timed.timer", "loaded active running enabled"),
    /** Started again by {@link #SPOOL_PATH} at once. */
    SPOOL("lab-spool.service", "loaded active running static"),
    /** Looks for a file that is there, {@code /run/lab-spool}. */
    SPOOL_PATH("lab-spool.path", "loaded active running enabled"),

    /** What the following depend on; all but the last of them stop when it stops. */
    BASE("lab-base.service", "loaded active running enabled"),
    /** By a link that the base's {@code RequiredBy=} made. */
    REQUIRING("lab-requiring.service", "loaded active running enabled"),
    /** By {@code Requisite=}. */
    REQUISITE("lab-requisite.service", "loaded active running enabled"),
    /** By {@code BindsTo=}. */
    BOUND("lab-bindsto.service", "loaded active running enabled"),
    /** By {@code PartOf=}. */
    PART("lab-partof.service", "loaded active running enabled"),
    /** By {@code Wants=}: goes on without the base. */
    WANTING("lab-wants.service", "loaded active running enabled");

    public static final int ECHO_PORT = 7007;

    private static final List<String> PROPERTIES = List.of("LoadState", "ActiveState", "SubState", "UnitFileState");

    private final String unit;
    private final String state;

    UnitZoo(String unit, String state) {
        this.unit = unit;
        this.state = state;
    }

    /** Puts all of them on a host that is up, and returns when they are in their states. Once for each host. */
    public static void install(DebianHost host) {
        host.run("sh", "-euc", Script.UNIT_ZOO.text());
    }

    /** Its name with its type, for example {@code cron.service}. */
    public String unit() {
        return unit;
    }

    /** After {@link #install}, in the words of {@link #stateOn}. */
    public String state() {
        return state;
    }

    /** As it is now: load, active, sub and unit file state, with a space between each two. */
    public String stateOn(DebianHost host) {
        var properties = host.run("systemctl", "show", "--property=" + String.join(",", PROPERTIES), "--", unit);
        return PROPERTIES.stream().map(name -> valueOf(name, properties)).collect(Collectors.joining(" "));
    }

    private static String valueOf(String property, String properties) {
        return properties
                .lines()
                .filter(line -> line.startsWith(property + "="))
                .map(line -> line.substring(property.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
