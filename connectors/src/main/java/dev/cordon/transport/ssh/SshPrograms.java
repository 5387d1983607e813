package dev.cordon.transport.ssh;

import dev.cordon.operation.Value;
import dev.cordon.operation.VendorText;
import dev.cordon.transport.program.Programs;
import dev.cordon.transport.program.Ran;
import dev.cordon.transport.program.ShellText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Programs of one host over SSH.
 *
 * <p>Arguments and input follow a fixed script in base64 ({@link ProgramCall}). A program sees the environment of the
 * account, and {@code SSH_CONNECTION} also where sudo would drop it. A connection that breaks leaves the program to come
 * to its end: {@code timeout} on the host bounds how long that can take.
 */
public final class SshPrograms implements Programs, AutoCloseable {

    /** As long as a program of this machine is given. */
    private static final int SECONDS = 30;

    /** Between {@code timeout} ending a program and killing it. */
    private static final int GRACE_SECONDS = 5;

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(SECONDS + GRACE_SECONDS + 10);

    private final SshHost host;
    private final SshAccount account;
    private final SshSessions sessions;
    private final SshCommands commands;

    public SshPrograms(SshRemote remote, Map<String, String> environment) {
        this.host = remote.host();
        this.account = remote.account();
        this.sessions = new SshSessions(account, environment);
        this.commands = new SshCommands(sessions);
    }

    @Override
    public Ran run(List<String> argv, String stdin) throws InterruptedException {
        if (argv.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            return new Ran.NotStarted(new VendorText("an argument holds a NUL, which no program can be given"));
        }
        var sent = new ProgramCall(argv, stdin);
        try (var script = new HeldInput(sent.script())) {
            var output = new KeptOutput(HeldInput.STARTED, script::release);
            return ProgramAnswer.of(commands.run(host, new Call(command(sent), script, output, ANSWERED_WITHIN)));
        }
    }

    /**
     * Constant but for the hash; the login shell fills in who calls before sudo drops it. The script is sent when the
     * host has said that its time is running.
     */
    private String command(ProgramCall sent) {
        return (account.sudo() ? "sudo -n " : "") + "timeout -k " + GRACE_SECONDS + " " + SECONDS + " "
                + HeldInput.SHELL + " " + sent.sha256() + " \"$SSH_CONNECTION\"";
    }

    /** The next program is run over a new connection, so it proves that there can still be one. */
    public void renew() {
        sessions.renew(host);
    }

    /** How long after it was begun to be sent a program may act whose caller is gone: logging in, then its time. */
    public Duration patience() {
        return SshSessions.TO_BE_READY.plusSeconds(SECONDS + GRACE_SECONDS);
    }

    @Override
    public String render(List<Value> argv) {
        var port = host.port() == 22 ? "" : "-p " + host.port() + " ";
        var words = account.sudo()
                ? Stream.concat(Stream.of(Value.of("sudo"), Value.of("-n")), argv.stream())
                : argv.stream();
        return "ssh " + port + ShellText.quoted(account.user() + "@" + host.address()) + " "
                + ShellText.lineInAWord(words.toList());
    }

    @Override
    public void close() {
        sessions.close();
    }
}
