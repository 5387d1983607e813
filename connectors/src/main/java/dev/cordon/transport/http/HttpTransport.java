package dev.cordon.transport.http;

import dev.cordon.document.SecretRef.Resolved;
import dev.cordon.operation.Answer;
import dev.cordon.operation.Edit;
import dev.cordon.operation.HttpCall;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import dev.cordon.operation.VendorText;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends each call to one vendor's interface, over HTTP/1.1: the JDK's client fails calls beyond the number of streams
 * that an HTTP/2 server allows, instead of letting them wait (OpenJDK bug JDK-8225647).
 *
 * <p>TLS certificates and host names are always checked; redirects are never followed, since they would take the
 * credential along. A call that is given up takes its connection with it. Only the client itself sends a GET again, on a
 * kept connection that turned out to be dead; a write is sent once.
 */
public final class HttpTransport implements Transport, AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Pressure pressure;
    private final @Nullable SSLContext trust;
    private @Nullable HttpClient client;

    /**
     * Connects to nothing.
     *
     * @param environment where {@code env:NAME} secrets come from; read anew for each call
     * @throws IllegalArgumentException where the file of authorities cannot be read
     */
    public HttpTransport(HttpServer server, Map<String, String> environment, Clock clock) {
        this.server = server;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        this.pressure = new Pressure(server.limits(), clock);
        this.trust = server.authorities().map(Authorities::in).orElse(null);
    }

    @Override
    public Answer run(Operation operation) throws InterruptedException {
        if (!(operation instanceof HttpCall call)) {
            throw new IllegalArgumentException("not for an HTTP interface: " + operation);
        }
        return switch (server.credential().secret().resolve(environment)) {
            case Resolved.Known(var secret) -> run(call, secret);
            case Resolved.Unknown(var why) -> new Answer.Unauthorized(new VendorText(why));
        };
    }

    private Answer run(HttpCall call, String secret) throws InterruptedException {
        var words = new VendorWords(secret);
        HttpRequest request;
        try {
            request = new HttpRequests(server.base(), server.credential()).of(call, secret);
        } catch (IllegalArgumentException e) {
            return new Answer.Rejected("request", words.masked(String.valueOf(e.getMessage())));
        }
        return pressure.through(() -> exchange(call, request, words));
    }

    private Answer exchange(HttpCall call, HttpRequest request, VendorWords words) throws InterruptedException {
        var limits = server.limits();
        var bytes = BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.mostBytes());
        var answer = client().sendAsync(request, bytes);
        try {
            var response = answer.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
            return new HttpAnswers(clock.instant(), words).answer(call, response);
        } catch (TimeoutException e) {
            var within = limits.answer().toMillis();
            return new Answer.Unanswered(new VendorText("no whole answer within " + within + " ms"));
        } catch (ExecutionException e) {
            return new HttpFailures(words).answer(e.getCause() == null ? e : e.getCause());
        } finally {
            answer.cancel(true); // closes the connection of a call that is not done
        }
    }

    /** A call may have waited for its turn before it was sent, and the vendor may work on it as long as it was given. */
    @Override
    public Duration patience() {
        return pressure.longestWait().plus(server.limits().answer());
    }

    @Override
    public String render(Operation operation) {
        var curl = new CurlCommand(server);
        return operation instanceof Edit edit ? new CurlEdit(curl).of(edit) : curl.of((HttpCall) operation);
    }

    @Override
    public String brief(Operation operation) {
        return operation instanceof Edit edit ? CurlEdit.heart(edit) : CurlCommand.heart((HttpCall) operation);
    }

    private synchronized HttpClient client() {
        if (client == null) {
            var builder = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(server.limits().connect());
            if (trust != null) {
                builder.sslContext(trust);
            }
            client = builder.build();
        }
        return client;
    }

    /** Ends what is under way. */
    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}
