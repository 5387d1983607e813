package dev.cordon.transport.ssh;

import static java.util.Objects.requireNonNull;

import dev.cordon.operation.Answer;
import dev.cordon.operation.EvidenceStore;
import dev.cordon.operation.FetchEvidence;
import dev.cordon.operation.HostScript;
import dev.cordon.operation.Value;
import dev.cordon.operation.VendorText;
import dev.cordon.transport.program.Ran;
import dev.cordon.transport.program.ShellText;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Runs operations of the host script on the hosts of an inventory.
 *
 * <p>A connection that breaks leaves the script to come to its end: {@code timeout} on the host bounds how long that
 * can take. Safe for any number of threads.
 */
public final class HostScripts implements AutoCloseable {

    /** What the host itself gives an operation; long work is a job that is asked for. */
    private static final int SECONDS = 60;

    /** Between {@code timeout} ending an operation and killing it. */
    private static final int GRACE_SECONDS = 5;

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(SECONDS + GRACE_SECONDS + 10);
    private static final Duration FETCHED_WITHIN = Duration.ofHours(2);

    private final Map<String, SshHost> hosts;
    private final SshAccount account;
    private final SshSessions sessions;
    private final SshCommands commands;

    /** @param hosts by the name that operations use */
    public HostScripts(Map<String, SshHost> hosts, SshAccount account, Map<String, String> environment) {
        this.hosts = Map.copyOf(hosts);
        this.account = account;
        this.sessions = new SshSessions(account, environment);
        this.commands = new SshCommands(sessions);
    }

    public Answer run(HostScript script) throws InterruptedException {
        try (var text = new HeldInput(HostScriptText.text())) {
            var output = new KeptOutput(HeldInput.STARTED, text::release);
            var command = command(SECONDS, HeldInput.SHELL, script, encoded());
            return HostScriptAnswer.of(commands.run(host(script), new Call(command, text, output, ANSWERED_WITHIN)));
        }
    }

    private static InputStream script() {
        return new ByteArrayInputStream(HostScriptText.text().getBytes(StandardCharsets.UTF_8));
    }

    /** How long after it was begun to be sent an operation may act whose caller is gone: logging in, then its time. */
    public Duration patience() {
        return SshSessions.TO_BE_READY.plusSeconds(SECONDS + GRACE_SECONDS);
    }

    /** Goes on behind what is there already; where that turns out to be wrong, once more from the beginning. */
    public Answer fetch(FetchEvidence fetch, EvidenceStore store) throws InterruptedException {
        var sha256 = fetch.sha256().text();
        var answer = transfer(fetch, store, sha256);
        return answer instanceof Answer.Stale ? transfer(fetch, store, sha256) : answer;
    }

    private Answer transfer(FetchEvidence fetch, EvidenceStore store, String sha256) throws InterruptedException {
        try (var incoming = store.incoming(sha256)) {
            if (store.kept(sha256).isPresent()) {
                return custody(fetch, store);
            }
            var script = fetch.from().argument("offset", incoming.offset());
            var seconds = (int) FETCHED_WITHIN.toSeconds();
            var bytes = new EvidenceStream(incoming);
            var command = command(seconds, "sh -s --", script, encoded()); // it changes nothing, however late it comes
            var call = new Call(command, script(), bytes, FETCHED_WITHIN);
            var ran = commands.run(host(script), call);
            bytes.throwFailure();
            if (!(ran instanceof Ran.Ended(var exit, var _, var _) && exit == 0)) {
                return HostScriptAnswer.of(ran);
            }
            return incoming.finish() ? custody(fetch, store) : new Answer.Stale(notThatHash());
        }
    }

    private static VendorText notThatHash() {
        return new VendorText("what came from the host has another hash than it said before");
    }

    private static Answer custody(FetchEvidence fetch, EvidenceStore store) {
        var from = fetch.from();
        return new Answer.Ok(JsonNodeFactory.instance
                .objectNode()
                .put("sha256", fetch.sha256().text())
                .put("size", store.kept(fetch.sha256().text()).orElseThrow())
                .put("source", from.host())
                .put("what", fetch.what().text()));
    }

    /** As a person would type it, with the script that {@code cordon host-script} prints in a file. */
    public String render(HostScript script) {
        var host = hosts.getOrDefault(script.host(), new SshHost(script.host().toLowerCase(Locale.ROOT), 22));
        var port = host.port() == 22 ? "" : "-p " + host.port() + " ";
        var command = command(
                SECONDS, "sh -s --", script, value -> "$(printf %s " + ShellText.word(value) + " | base64 -w0)");
        return "ssh " + port + ShellText.quoted(account.user() + "@" + host.address()) + " \"" + command
                + "\" < cordon-host.sh";
    }

    /** What is done where, without the way to it. */
    public String brief(HostScript script) {
        var arguments = script.arguments().entrySet().stream()
                .map(argument -> " " + argument.getKey() + "=" + ShellText.word(argument.getValue()))
                .collect(Collectors.joining());
        return script.host() + ": " + script.script() + arguments;
    }

    private interface Word {
        String of(Value value);
    }

    private static Word encoded() {
        return value -> Base64.getEncoder().encodeToString(checked(value.text()).getBytes(StandardCharsets.UTF_8));
    }

    private static String checked(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an argument of a host script holds a NUL");
        }
        return text;
    }

    /** The operation's name and those of its arguments are the connector's own constants. */
    private String command(int seconds, String shell, HostScript script, Word word) {
        var arguments = script.arguments().entrySet().stream()
                .map(argument -> " " + argument.getKey() + "=" + word.of(argument.getValue()))
                .collect(Collectors.joining());
        return (account.sudo() ? "sudo -n " : "") + "timeout -k " + GRACE_SECONDS + " " + seconds + " " + shell + " "
                + script.script() + arguments;
    }

    private SshHost host(HostScript script) {
        return requireNonNull(hosts.get(script.host()), () -> "not in the inventory: " + script.host());
    }

    @Override
    public void close() {
        sessions.close();
    }
}
