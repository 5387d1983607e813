package dev.cordon.transport.http;

import dev.cordon.action.BlockTarget;
import dev.cordon.action.Cidr;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.Reason;
import dev.cordon.lab.laws.LawCase;
import dev.cordon.plan.PlatformType;
import java.util.Map;

/** An address on a list that is edited; a killed child finds the vendor by a system property. */
public final class ListedCase implements LawCase {

    static final String HELD = """
            {"blocked": ["203.0.113.9"], "mode": "open", "comment": "by hand"}""";

    private static final String URL = "cordon.test.document.url";
    private static final String ADDRESS = "198.51.100.7";

    private static VersionedDocument document;

    private final String name;

    public ListedCase(String name) {
        this.name = name;
    }

    /** For all cases, in this process. */
    static void use(VersionedDocument started) {
        document = started;
        System.setProperty(URL, started.url());
    }

    static FirewallBlock block() {
        return new FirewallBlock(
                new BlockTarget.Addresses(Cidr.parse(ADDRESS)),
                FirewallBlock.Direction.BOTH,
                new Reason("C2 server"),
                0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ContainmentRequest request() {
        return block();
    }

    @Override
    public PlatformType type() {
        return new ListedPlatform.Type();
    }

    @Override
    public String settings() {
        return "{url: \"" + System.getProperty(URL) + "\"}";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("KEY", Vendors.SECRET);
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(URL, System.getProperty(URL));
    }

    @Override
    public void reset() {
        document.holds(HELD);
    }

    @Override
    public String trueState() {
        return document.document().toString();
    }

    @Override
    public boolean inForce() {
        return document.document().at("/blocked").toString().contains(ADDRESS);
    }
}
