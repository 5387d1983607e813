package dev.cordon.lab.dns;

import dev.cordon.lab.netns.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * A PowerDNS Authoritative Server as Debian packs it, on the loopback address, with an SQLite database in a folder of
 * its own. It asks nobody outside: the poll for security advice is off.
 */
public final class PowerDnsServer implements AutoCloseable {

    private static final Path SCHEMA = Path.of("/usr/share/doc/pdns-backend-sqlite3/schema.sqlite3.sql");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final int apiPort;
    private final int dnsPort;
    private final String key;
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();

    private PowerDnsServer(Path folder, int apiPort, int dnsPort, String key) throws IOException {
        this.folder = folder;
        this.apiPort = apiPort;
        this.dnsPort = dnsPort;
        this.key = key;
        this.process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** What has to be installed before it can be started; empty where nothing is missing. */
    public static Optional<String> missing() {
        return Tool.isThere("pdns_server") && Tool.isThere("sqlite3") && Files.isReadable(SCHEMA)
                ? Optional.empty()
                : Optional.of("PowerDNS is not installed: apt-get install pdns-server pdns-backend-sqlite3 sqlite3");
    }

    /** @param folder an existing one, for its database */
    public static PowerDnsServer start(Path folder) {
        try {
            Tool.output(List.of("sqlite3", database(folder).toString()), Files.readString(SCHEMA));
            var server = new PowerDnsServer(folder, freePort(), freePort(), randomKey());
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PowerDNS did not start", e);
        }
    }

    private List<String> command() {
        return List.of(
                "pdns_server",
                "--config-dir=" + folder,
                "--socket-dir=" + folder,
                "--launch=gsqlite3",
                "--gsqlite3-database=" + database(folder),
                "--local-address=127.0.0.1",
                "--local-port=" + dnsPort,
                "--api=yes",
                "--api-key=" + key,
                "--webserver=yes",
                "--webserver-address=127.0.0.1",
                "--webserver-port=" + apiPort,
                "--security-poll-suffix=",
                "--guardian=no",
                "--daemon=no");
    }

    public String url() {
        return "http://127.0.0.1:" + apiPort;
    }

    public String key() {
        return key;
    }

    /** As it says itself. */
    public String version() throws InterruptedException {
        return JsonMapper.shared()
                .readTree(asked("GET", "", "").body())
                .path("version")
                .stringValue();
    }

    /** Deletes every zone, and makes these. Each is the JSON of a zone, as its interface takes it. */
    public void holdOnly(String... zones) throws InterruptedException {
        for (var zone : JsonMapper.shared().readTree(asked("GET", "/zones", "").body())) {
            demand(asked("DELETE", "/zones/" + zone.path("id").stringValue(), ""));
        }
        for (var zone : zones) {
            demand(asked("POST", "/zones", zone));
        }
    }

    /** What somebody else does meanwhile: a change as the interface takes it. */
    public void change(String zone, String rrsets) throws InterruptedException {
        demand(asked("PATCH", "/zones/" + zone, "{\"rrsets\": [" + rrsets + "]}"));
    }

    /** All that its database holds, but for the serial numbers of zones. */
    public String contents() {
        var query = """
                SELECT 'zone', name, type, coalesce(account, ''), coalesce(master, '') FROM domains
                UNION ALL SELECT 'meta', d.name, m.kind, m.content, '' FROM domainmetadata m JOIN domains d ON d.id = m.domain_id
                UNION ALL SELECT 'record', r.name, r.type, CASE r.type WHEN 'SOA' THEN '' ELSE r.content END,
                  r.ttl || ' ' || coalesce(r.prio, 0) || ' ' || r.disabled || ' ' || r.auth || ' ' || coalesce(r.ordername, '')
                  FROM records r
                UNION ALL SELECT 'comment', name, type, comment, account || ' ' || modified_at FROM comments
                ORDER BY 1, 2, 3, 4, 5;
                """;
        return Tool.output(List.of("sqlite3", "-readonly", database(folder).toString()), query);
    }

    /** What it answers over the DNS. */
    public DnsAnswers answers() {
        return new DnsAnswers(dnsPort);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }

    private void awaitReady() throws IOException {
        var until = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                throw new IOException(Files.readString(folder.resolve("log")));
            }
        }
    }

    private boolean isReady() throws IOException {
        try {
            Thread.sleep(50);
            return asked("GET", "", "").statusCode() == 200;
        } catch (UncheckedIOException _) { // it does not listen yet
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private HttpResponse<String> asked(String method, String path, String body) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + "/api/v1/servers/localhost" + path))
                .header("X-API-Key", key)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void demand(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response + ": " + response.body());
        }
    }

    private static Path database(Path folder) {
        return folder.resolve("pdns.db");
    }

    private static String randomKey() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
