package dev.cordon.transport.ssh;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a host's SSH server listens.
 *
 * @param address a name or an address; an IPv6 address without brackets
 */
public record SshHost(String address, int port) {

    private static final int SSH = 22;
    private static final Pattern BRACKETS = Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::([0-9]{1,5}))?");
    private static final Pattern BARE_IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_.-]{1,253})(?::([0-9]{1,5}))?");

    public SshHost {
        if (port < 1 || port > 65_535 || address.startsWith("-")) {
            throw new IllegalArgumentException(address + " port " + port + " is no place of an SSH server");
        }
    }

    /**
     * {@code 10.0.0.11}, {@code web1.example:2222}, {@code 2001:db8::7} or {@code [2001:db8::7]:2222}.
     *
     * @throws IllegalArgumentException where it is none of these
     */
    public static SshHost parse(String text) {
        if (BARE_IPV6.matcher(text).matches()) {
            return new SshHost(text, SSH);
        }
        var brackets = BRACKETS.matcher(text);
        if (brackets.matches()) {
            return at(brackets);
        }
        var name = NAME.matcher(text);
        if (name.matches()) {
            return at(name);
        }
        throw new IllegalArgumentException("an address of a host is a name or an IP address, with ':PORT' where it is"
                + " not 22; an IPv6 address with a port stands in brackets");
    }

    private static SshHost at(Matcher found) {
        var port = found.group(2);
        return new SshHost(found.group(1), port == null ? SSH : Integer.parseInt(port));
    }

    @Override
    public String toString() {
        var shown = address.indexOf(':') < 0 ? address : "[" + address + "]";
        return port == SSH ? address : shown + ":" + port;
    }
}
