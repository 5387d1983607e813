package dev.cordon.connectors.database.postgresql;

import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.LockdownDatabase.LockdownLevel;
import dev.cordon.lab.laws.LawCase;
import dev.cordon.lab.postgresql.Server;
import dev.cordon.plan.PlatformType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One level on one server, which a killed child finds by the same two system properties.
 *
 * @see PostgresqlLawsTest
 */
public final class ShopCase implements LawCase {

    private static final Pattern NAME = Pattern.compile("(\\w+) on PostgreSQL (\\d+)");

    private final String name;
    private final int version;
    private final LockdownLevel level;

    /** @param name for example {@code read_only on PostgreSQL 18} */
    public ShopCase(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no such case: " + name);
        }
        this.name = name;
        this.level = LockdownLevel.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        this.version = Integer.parseInt(parts.group(2));
    }

    /** Names the server for the cases of this version, in this process. */
    static void use(int version, Server server) {
        System.setProperty("cordon.lab.postgresql." + version + ".port", String.valueOf(server.port()));
        System.setProperty("cordon.lab.postgresql." + version + ".password", server.password());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ContainmentRequest request() {
        var preserved = level == LockdownLevel.FULL_LOCKDOWN ? List.<String>of() : List.of("dba");
        return Responder.lockdown(level, List.of("mallory"), preserved);
    }

    @Override
    public PlatformType type() {
        return new PostgresqlType(Clock.systemUTC());
    }

    @Override
    public String settings() {
        return "{url: \"" + server().jdbcUrl("postgres") + "\", user: postgres, password: env:PW}";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("PW", server().password());
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(property("port"), read("port"), property("password"), read("password"));
    }

    @Override
    public void reset() throws SQLException {
        shop().reset();
    }

    @Override
    public String trueState() throws SQLException {
        return shop().snapshot();
    }

    @Override
    public boolean inForce() {
        var refusal = switch (level) {
            case READ_ONLY ->
                shop().tried("writer", "BEGIN READ WRITE; INSERT INTO stock.item (name) VALUES ('law'); ROLLBACK");
            case ADMIN_ONLY -> shop().tried("app", "SELECT 1");
            case FULL_LOCKDOWN -> shop().tried("root2", "SELECT 1");
        };
        return !refusal.isEmpty();
    }

    private Shop shop() {
        return new Shop(server());
    }

    private Server server() {
        return new Running(Integer.parseInt(read("port")), read("password"));
    }

    private String read(String what) {
        return System.getProperty(property(what));
    }

    private String property(String what) {
        return "cordon.lab.postgresql." + version + "." + what;
    }

    /** Somebody else started it, and stops it. */
    private record Running(int port, String password) implements Server {
        @Override
        public void close() {
            throw new UnsupportedOperationException("not ours to stop");
        }
    }
}
