package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.ServiceName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name that systemd could give a unit (systemd.unit(5)): up to 255 of a few ASCII characters, with its kind at the end.
 * Nothing of it can be an option, a path or a pattern.
 */
final class UnitName {

    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9:_.\\\\@][A-Za-z0-9:_.\\\\@-]{0,254}");
    private static final Pattern KIND = Pattern.compile(
            ".+\\.(service|socket|timer|path|target|mount|automount|swap|slice|scope|device)", Pattern.DOTALL);

    private UnitName() {}

    /** As systemctl would complete it: {@code cron} is {@code cron.service}; empty where it cannot be a unit's name. */
    static Optional<String> of(ServiceName given) {
        var name = KIND.matcher(given.value()).matches() ? given.value() : given.value() + ".service";
        return CHARACTERS.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /** Of a kind that is stopped and kept from starting. */
    static boolean isServed(String unit) {
        return unit.endsWith(".service") || isActivator(unit);
    }

    /** Of a kind that only starts others. */
    static boolean isActivator(String unit) {
        return unit.endsWith(".socket") || unit.endsWith(".timer") || unit.endsWith(".path");
    }

    /** It is none itself: units are made from it, as {@code getty@.service} makes {@code getty@tty1.service}. */
    static boolean isTemplate(String unit) {
        return unit.contains("@.");
    }
}
