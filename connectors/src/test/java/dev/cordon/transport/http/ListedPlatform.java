package dev.cordon.transport.http;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import dev.cordon.plan.Reader;
import dev.cordon.plan.View;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link ListedAddresses} on a vendor that keeps a {@link VersionedDocument}. */
record ListedPlatform(PlatformName name, HttpTransport transport) implements Platform {

    /** Its only setting is where it is. */
    static final class Type implements PlatformType {

        private static final Parameter<String> URL = Parameter.required("url", Types.line(200), "Where it is.");

        @Override
        public String name() {
            return "listed";
        }

        @Override
        public Schema settings() {
            return Schema.of("listed", URL);
        }

        @Override
        public Set<ActionKind> carries() {
            return Set.of(ActionKind.FIREWALL_BLOCK);
        }

        @Override
        public Platform open(PlatformName name, Values settings, Map<String, String> environment) {
            return at(name, settings.get(URL), environment);
        }

        @Override
        public Platform offline(PlatformName name) {
            return at(name, "https://HOST", Map.of());
        }

        private static Platform at(PlatformName name, String url, Map<String, String> environment) {
            return new ListedPlatform(name, new HttpTransport(Vendors.at(url), environment, Clock.systemUTC()));
        }
    }

    @Override
    public String type() {
        return "listed";
    }

    @Override
    public List<Connector<?, ?>> connectors() {
        return List.of(new ListedAddresses(name));
    }

    @Override
    public Map<String, View> views() {
        return ListedAddresses.VIEWS;
    }

    @Override
    public List<Finding> examine(Reader reader) {
        return List.of();
    }

    @Override
    public void close() {
        transport.close();
    }
}
