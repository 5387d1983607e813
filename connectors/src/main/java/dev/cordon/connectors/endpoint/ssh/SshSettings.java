package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.Hostname;
import dev.cordon.action.ValueTypes;
import dev.cordon.document.Parameter;
import dev.cordon.document.Printable;
import dev.cordon.document.Schema;
import dev.cordon.document.SecretRef;
import dev.cordon.document.Type;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.transport.ssh.SshAccount;
import dev.cordon.transport.ssh.SshHost;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the configuration says of hosts over SSH. */
record SshSettings(Inventory inventory, SshAccount account) {

    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

    private static final Type<Map<Hostname, SshHost>> HOST_TYPE =
            Types.mapping(ValueTypes.HOSTNAME, Types.text("address", SshHost::parse));
    private static final Parameter<Map<Hostname, SshHost>> HOSTS = Parameter.required(
            "hosts",
            HOST_TYPE,
            "The hosts: the name that requests use, and its address, with ':PORT' where it is not 22.");

    static final Schema SCHEMA = Schema.of(
                    "ssh", Access.USER, Access.KEY, Access.PASSPHRASE, Access.KNOWN_HOSTS, Access.SUDO, HOSTS)
            .rule(HOSTS, Inventory::mistake);

    static SshSettings of(Values given) {
        return new SshSettings(Inventory.of(given.get(HOSTS)), Access.of(given));
    }

    /** Who logs in, and how hosts are known: alike wherever hosts are reached over SSH. */
    static final class Access {

        static final Parameter<String> USER =
                Parameter.required("user", Types.text("account", Access::user), "The account to log in with.");
        static final Parameter<SecretRef> KEY =
                Parameter.required("key", Types.secret(), "Its private key, in the form of OpenSSH.");
        static final Parameter<Optional<SecretRef>> PASSPHRASE =
                Parameter.optional("passphrase", Types.secret(), "The passphrase of the key, where it has one.");
        static final Parameter<Path> KNOWN_HOSTS = Parameter.required(
                "known_hosts",
                Types.text("file:PATH", Access::file),
                "The host keys, a file as ssh-keyscan writes it; what is not in it is not talked to.");
        static final Parameter<Boolean> SUDO =
                Parameter.defaulted("sudo", Types.trueOrFalse(), false, "The account becomes root by 'sudo -n'.");

        private Access() {}

        static SshAccount of(Values given) {
            return new SshAccount(
                    given.get(USER), given.get(KEY), given.get(PASSPHRASE), given.get(KNOWN_HOSTS), given.get(SUDO));
        }

        private static String user(String text) {
            if (!SshSettings.USER.matcher(text).matches()) {
                throw new IllegalArgumentException(Printable.quoted(text) + " is no name of an account");
            }
            return text;
        }

        private static Path file(String text) {
            if (!text.startsWith("file:/") || text.length() > 4096 || text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(
                        Printable.quoted(text) + " is no file: write file:/path/to/known_hosts");
            }
            return Path.of(text.substring("file:".length()));
        }
    }
}
