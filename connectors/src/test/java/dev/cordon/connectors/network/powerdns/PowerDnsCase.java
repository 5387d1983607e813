package dev.cordon.connectors.network.powerdns;

import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.DnsSinkhole;
import dev.cordon.action.DomainName;
import dev.cordon.action.IpAddress;
import dev.cordon.action.Reason;
import dev.cordon.lab.dns.PowerDnsServer;
import dev.cordon.lab.laws.LawCase;
import dev.cordon.plan.PlatformType;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * One domain on a server that holds {@link Zones}; a killed child finds the server by two system properties.
 *
 * @see PowerDnsLawsTest
 */
public final class PowerDnsCase implements LawCase {

    private static final String URL = "cordon.lab.powerdns.url";
    private static final String KEY = "cordon.lab.powerdns.key";
    private static final IpAddress SINKHOLE = IpAddress.parse("10.66.0.53");

    private static PowerDnsServer server;

    private final String name;
    private final String domain;

    /** @param name ends with the domain: {@code a zone of its own: evil.test} */
    public PowerDnsCase(String name) {
        this.name = name;
        this.domain = name.substring(name.lastIndexOf(' ') + 1);
    }

    /** For all cases, in this process. */
    static void use(PowerDnsServer started) {
        server = started;
        System.setProperty(URL, started.url());
        System.setProperty(KEY, started.key());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ContainmentRequest request() {
        return new DnsSinkhole(List.of(new DomainName(domain)), SINKHOLE, new Reason("C2 server"), true);
    }

    @Override
    public PlatformType type() {
        return new PowerDns(Clock.systemUTC());
    }

    @Override
    public String settings() {
        return "{base_url: \"" + System.getProperty(URL) + "\", api_key: env:KEY}";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("KEY", System.getProperty(KEY));
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(URL, System.getProperty(URL), KEY, System.getProperty(KEY));
    }

    @Override
    public void reset() throws InterruptedException {
        server.holdOnly(Zones.ALL);
    }

    /** Each attempt marks a zone that it makes with a key of its own. */
    @Override
    public String trueState() {
        return server.contents().replaceAll("\\b[0-9a-f]{32}\\b", "KEY");
    }

    @Override
    public boolean inForce() {
        return List.of(domain, "www." + domain, "a.b.c." + domain).stream()
                .allMatch(each -> server.answers().addresses(each).equals(List.of(SINKHOLE.value())));
    }
}
