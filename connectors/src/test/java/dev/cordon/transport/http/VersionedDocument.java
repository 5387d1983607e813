package dev.cordon.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cordon.plan.Canonical;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A vendor that keeps one JSON document at {@code /list}: a GET answers it with its version as ETag, a PUT must name that
 * version in If-Match (RFC 9110 §13.1.1) and gets 412 where it is not the current one.
 */
final class VersionedDocument implements AutoCloseable {

    private final HttpServer server;
    private JsonNode document = Canonical.parse("{}");
    private int version = 1;
    private int writes;
    private int faster;
    private UnaryOperator<JsonNode> others = UnaryOperator.identity();

    private VersionedDocument(HttpServer server) {
        this.server = server;
        server.createContext("/list", this::answer);
        server.start();
    }

    static VersionedDocument start() throws IOException {
        return new VersionedDocument(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void holds(String json) {
        document = Canonical.parse(json);
        version++;
    }

    synchronized JsonNode document() {
        return document;
    }

    /** How many writes were carried out. */
    synchronized int writes() {
        return writes;
    }

    /** Somebody else is faster than the next so many writes, and changes the document so. */
    synchronized void othersAreFaster(int times, UnaryOperator<JsonNode> change) {
        faster = times;
        others = change;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                say(exchange, 200);
                return;
            }
            if (faster > 0) {
                faster--;
                document = others.apply(document);
                version++;
            }
            if (!etag().equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
                say(exchange, 412);
                return;
            }
            document = Canonical.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            version++;
            writes++;
            say(exchange, 200);
        }
    }

    private void say(HttpExchange exchange, int status) throws IOException {
        var body = document.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("ETag", etag());
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private String etag() {
        return "\"v" + version + "\"";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
