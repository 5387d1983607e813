package dev.cordon.transport.ssh;

import dev.cordon.document.Parameter;
import dev.cordon.document.Printable;
import dev.cordon.document.SecretRef;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who logs in, and how hosts are known: what the configuration says alike wherever hosts are reached over SSH. */
public final class SshAccess {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

    public static final Parameter<String> USER =
            Parameter.required("user", Types.text("account", SshAccess::user), "The account to log in with.");
    public static final Parameter<SecretRef> KEY =
            Parameter.required("key", Types.secret(), "Its private key, in the form of OpenSSH.");
    public static final Parameter<Optional<SecretRef>> PASSPHRASE =
            Parameter.optional("passphrase", Types.secret(), "The passphrase of the key, where it has one.");
    public static final Parameter<Path> KNOWN_HOSTS = Parameter.required(
            "known_hosts",
            Types.text("file:PATH", SshAccess::file),
            "The host keys, a file as ssh-keyscan writes it; what is not in it is not talked to.");
    public static final Parameter<Boolean> SUDO =
            Parameter.defaulted("sudo", Types.trueOrFalse(), false, "The account becomes root by 'sudo -n'.");

    private SshAccess() {}

    public static SshAccount of(Values given) {
        return new SshAccount(
                given.get(USER), given.get(KEY), given.get(PASSPHRASE), given.get(KNOWN_HOSTS), given.get(SUDO));
    }

    private static String user(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(Printable.quoted(text) + " is no name of an account");
        }
        return text;
    }

    private static Path file(String text) {
        if (!text.startsWith("file:/") || text.length() > 4096 || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(Printable.quoted(text) + " is no file: write file:/path/to/known_hosts");
        }
        return Path.of(text.substring("file:".length()));
    }
}
