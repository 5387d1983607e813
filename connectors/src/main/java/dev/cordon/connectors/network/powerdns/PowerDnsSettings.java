package dev.cordon.connectors.network.powerdns;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.SecretRef;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.transport.http.BaseUrl;
import dev.cordon.transport.http.HttpLimits;
import dev.cordon.transport.http.HttpServer;
import dev.cordon.transport.http.SecretHeader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration says of one server.
 *
 * @param id as the interface names it
 */
record PowerDnsSettings(HttpServer server, String id) {

    private static final Parameter<BaseUrl> BASE_URL = Parameter.required(
            "base_url",
            Types.text("address", BaseUrl::new),
            "https://HOST[:PORT], where the interface is; http:// on a loopback address only.");
    private static final Parameter<SecretRef> API_KEY = Parameter.required("api_key", Types.secret(), "Its api-key.");
    private static final Parameter<Optional<Path>> CA = Parameter.optional(
            "ca",
            Types.text("path", Path::of),
            "A PEM file with the authority of its certificate, where Java does not know it.");
    private static final Parameter<String> SERVER_ID =
            Parameter.defaulted("server_id", Types.line(100), "localhost", "What the interface calls the server.");

    static final Schema SCHEMA = Schema.of(PowerDns.NAME, BASE_URL, API_KEY, CA, SERVER_ID);

    /** It answers each call in a thread of its own. */
    private static final HttpLimits LIMITS = HttpLimits.USUAL.inFlight(4);

    /** @throws IllegalArgumentException where the key cannot be had */
    static PowerDnsSettings of(Values given, Map<String, String> environment) {
        var key = given.get(API_KEY);
        if (key.resolve(environment) instanceof SecretRef.Resolved.Unknown(var why)) {
            throw new IllegalArgumentException(why);
        }
        return of(given.get(BASE_URL), given.get(CA), key, given.get(SERVER_ID));
    }

    static PowerDnsSettings none() {
        var key = new SecretRef.FromEnvironment("POWERDNS_API_KEY");
        return of(new BaseUrl("https://HOST"), Optional.empty(), key, "localhost");
    }

    private static PowerDnsSettings of(BaseUrl base, Optional<Path> ca, SecretRef key, String id) {
        return new PowerDnsSettings(new HttpServer(base, ca, new SecretHeader("X-API-Key", key), LIMITS), id);
    }
}
