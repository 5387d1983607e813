package dev.cordon.transport.http;

import dev.cordon.action.PlatformName;
import dev.cordon.document.SecretRef;
import dev.cordon.lab.http.ScriptedVendor;
import dev.cordon.operation.HttpCall;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How the tests reach a vendor. */
final class Vendors {

    static final PlatformName ON = new PlatformName("vendor");
    static final String SECRET = "open-sesame";
    static final HttpCall READ = HttpCall.get(Terms.read(ON), "/things");
    static final HttpCall WRITE = HttpCall.post(Terms.write(ON), "/things").json(Value.of("x"));

    /** Short enough to wait for. */
    static final HttpLimits LIMITS =
            HttpLimits.USUAL.answer(Duration.ofMillis(500)).mostBytes(100_000);

    private Vendors() {}

    static HttpServer at(String url) {
        var credential = new SecretHeader("X-API-Key", new SecretRef.FromEnvironment("KEY"));
        return new HttpServer(new BaseUrl(url), Optional.empty(), credential, LIMITS);
    }

    static HttpServer trusting(String url, Path certificate) {
        var server = at(url);
        return new HttpServer(server.base(), Optional.of(certificate), server.credential(), LIMITS);
    }

    static HttpTransport transport(HttpServer server, Clock clock) {
        return new HttpTransport(server, Map.of("KEY", SECRET), clock);
    }

    static HttpTransport to(ScriptedVendor vendor, Clock clock) {
        return transport(at(vendor.url()), clock);
    }
}
