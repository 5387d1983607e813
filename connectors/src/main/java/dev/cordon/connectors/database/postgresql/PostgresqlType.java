package dev.cordon.connectors.database.postgresql;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Parameter;
import dev.cordon.document.PostgresqlUrl;
import dev.cordon.document.Schema;
import dev.cordon.document.SecretRef;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import dev.cordon.transport.sql.SqlServer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL 15 to 18. */
public final class PostgresqlType implements PlatformType {

    static final String NAME = "postgresql";

    private static final Parameter<PostgresqlUrl> URL = Parameter.required(
            "url",
            Types.text("address", PostgresqlUrl::parse),
            "jdbc:postgresql://HOST:PORT/DATABASE; the database is the one that Cordon sits in while it locks others.");
    private static final Parameter<String> USER =
            Parameter.required("user", Types.line(63), "Cordon's own account on the server.");
    private static final Parameter<Optional<SecretRef>> PASSWORD =
            Parameter.optional("password", Types.secret(), "Its password; left out where the server asks for none.");

    private static final Schema SETTINGS = Schema.of(NAME, URL, USER, PASSWORD);

    private final Clock clock;

    public PostgresqlType(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schema settings() {
        return SETTINGS;
    }

    @Override
    public Set<ActionKind> carries() {
        return Set.of(ActionKind.LOCKDOWN_DATABASE);
    }

    @Override
    public Platform open(PlatformName name, Values settings, Map<String, String> environment) {
        var url = settings.get(URL);
        var password = settings.get(PASSWORD);
        password.ifPresent(reference -> known(reference, environment));
        var server = new SqlServer(url.host(), url.port(), settings.get(USER), password, url.parameters());
        return new PostgresqlPlatform(name, server, url.database(), environment, clock);
    }

    @Override
    public Platform offline(PlatformName name) {
        var server = new SqlServer("HOST", 5432, "cordon", Optional.empty(), Map.of());
        return new PostgresqlPlatform(name, server, "postgres", Map.of(), clock);
    }

    private static void known(SecretRef reference, Map<String, String> environment) {
        if (reference.resolve(environment) instanceof SecretRef.Resolved.Unknown(var why)) {
            throw new IllegalArgumentException(why);
        }
    }
}
