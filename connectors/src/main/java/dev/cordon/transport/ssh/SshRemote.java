package dev.cordon.transport.ssh;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.SecretRef;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;

/** A host over SSH, for platforms that without one are the machine that Cordon runs on. */
public record SshRemote(SshHost host, SshAccount account) {

    private static final Parameter<Optional<SshHost>> HOST = Parameter.optional(
            "host",
            Types.text("address", SshHost::parse),
            "Another host, over SSH: its address, with ':PORT' where it is not 22; else the machine that Cordon runs on.");
    private static final Parameter<Optional<String>> USER = SshAccess.USER.orNone();
    private static final Parameter<Optional<SecretRef>> KEY = SshAccess.KEY.orNone();
    private static final Parameter<Optional<Path>> KNOWN_HOSTS = SshAccess.KNOWN_HOSTS.orNone();

    /** The schema with a host in it: whoever names one says how to log in, and nobody else does. */
    public static Schema in(Schema schema) {
        return schema.and(HOST, USER, KEY, SshAccess.PASSPHRASE, KNOWN_HOSTS, SshAccess.SUDO)
                .rule(HOST, USER, needs(USER))
                .rule(HOST, KEY, needs(KEY))
                .rule(HOST, KNOWN_HOSTS, needs(KNOWN_HOSTS))
                .rule(USER, HOST, isFor(USER))
                .rule(KEY, HOST, isFor(KEY))
                .rule(SshAccess.PASSPHRASE, HOST, isFor(SshAccess.PASSPHRASE))
                .rule(KNOWN_HOSTS, HOST, isFor(KNOWN_HOSTS))
                .rule(SshAccess.SUDO, HOST, (sudo, host) -> sudo && host.isEmpty() ? alone("sudo") : Optional.empty());
    }

    /** Empty where none is named. */
    public static Optional<SshRemote> of(Values given) {
        return given.get(HOST)
                .map(host -> new SshRemote(
                        host,
                        new SshAccount(
                                given.get(USER).orElseThrow(),
                                given.get(KEY).orElseThrow(),
                                given.get(SshAccess.PASSPHRASE),
                                given.get(KNOWN_HOSTS).orElseThrow(),
                                given.get(SshAccess.SUDO))));
    }

    private static <T> BiFunction<Optional<SshHost>, Optional<T>, Optional<String>> needs(Parameter<?> what) {
        return (host, given) -> host.isPresent() && given.isEmpty()
                ? Optional.of("a host over SSH needs '" + what + "' as well")
                : Optional.empty();
    }

    private static <T> BiFunction<Optional<T>, Optional<SshHost>, Optional<String>> isFor(Parameter<?> what) {
        return (given, host) -> given.isPresent() && host.isEmpty() ? alone(what.name()) : Optional.empty();
    }

    private static Optional<String> alone(String what) {
        return Optional.of("'" + what + "' is for a host over SSH: name that in 'host', or leave this out");
    }
}
