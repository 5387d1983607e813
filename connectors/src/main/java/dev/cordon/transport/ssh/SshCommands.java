package dev.cordon.transport.ssh;

import dev.cordon.operation.VendorText;
import dev.cordon.transport.program.Ran;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;

/** Runs one command on a host and tells apart what never began, what ended, and what nobody knows of. */
final class SshCommands {

    static final Duration TO_OPEN = Duration.ofSeconds(10);

    private final SshSessions sessions;

    SshCommands(SshSessions sessions) {
        this.sessions = sessions;
    }

    Ran run(SshHost host, Call call) throws InterruptedException {
        try (var lease = sessions.lease(host);
                var channel = lease.channel(call)) {
            var ran = talk(host, channel, call);
            if (ran instanceof Ran.Lost) {
                sessions.renew(host); // this one may be dead without having noticed
            }
            return ran;
        } catch (SshSessions.DeadSession e) {
            sessions.renew(host); // nothing was sent over it
            return run(host, call);
        } catch (SshException e) {
            return refused(host, e);
        } catch (InterruptedIOException e) {
            throw interrupted(e);
        } catch (IOException e) {
            return unreachable(host + ": " + words(e));
        } catch (GeneralSecurityException | IllegalStateException e) {
            return notLetIn(host + ": " + e.getMessage());
        }
    }

    /** From the moment that the command is sent, nobody knows until it is answered. */
    private static Ran talk(SshHost host, ChannelExec channel, Call call) throws InterruptedException {
        var stderr = new KeptOutput();
        channel.setErr(stderr);
        try {
            channel.open().verify(TO_OPEN);
            var seen = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), call.deadline());
            if (seen.contains(ClientChannelEvent.TIMEOUT)) {
                return lost("no end after " + call.deadline().toSeconds() + " s on " + host);
            }
        } catch (InterruptedIOException e) {
            throw interrupted(e);
        } catch (IOException e) {
            return lost(host + ": " + words(e));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("while a command ran on " + host);
        }
        return ended(host, channel, call.stdout() instanceof KeptOutput kept ? kept : new KeptOutput(), stderr);
    }

    private static Ran ended(SshHost host, ChannelExec channel, KeptOutput stdout, KeptOutput stderr) {
        if (stdout.full() || stderr.full()) {
            return lost(host + ": it wrote more than " + KeptOutput.MOST + " bytes");
        }
        var exit = channel.getExitStatus();
        if (exit == null) {
            var signal = channel.getExitSignal();
            return lost(host + (signal == null ? ": the connection broke" : ": ended by signal " + signal));
        }
        return new Ran.Ended(exit, stdout.text(), stderr.text());
    }

    private static Ran refused(SshHost host, SshException e) {
        return switch (e.getDisconnectCode()) {
            case SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE ->
                notLetIn(host + " does not let this account in with this key");
            default -> unreachable(host + ": " + words(e));
        };
    }

    private static Ran unreachable(String why) {
        return new Ran.NotStarted(new VendorText(why));
    }

    private static Ran notLetIn(String why) {
        return new Ran.NotLetIn(new VendorText(why));
    }

    private static Ran lost(String why) {
        return new Ran.Lost(new VendorText(why));
    }

    private static InterruptedException interrupted(InterruptedIOException e) {
        var told = new InterruptedException(e.getMessage());
        told.initCause(e);
        return told;
    }

    private static String words(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        var said = deepest.getMessage();
        if (said == null) {
            return deepest.getClass().getSimpleName();
        }
        return said.contains("within specified timeout") ? "no answer in time" : said;
    }
}
