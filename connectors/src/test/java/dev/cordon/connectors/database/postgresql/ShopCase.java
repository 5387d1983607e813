package dev.cordon.connectors.database.postgresql;

import static dev.cordon.action.LockdownDatabase.LockdownLevel.ADMIN_ONLY;
import static dev.cordon.action.LockdownDatabase.LockdownLevel.FULL_LOCKDOWN;
import static dev.cordon.action.LockdownDatabase.LockdownLevel.READ_ONLY;

import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.LockdownDatabase.LockdownLevel;
import dev.cordon.lab.laws.LawCase;
import dev.cordon.lab.postgresql.Server;
import dev.cordon.plan.PlatformType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * One level on one server, which a killed child finds by the same two system properties.
 *
 * @see PostgresqlLawsTest
 */
public abstract class ShopCase implements LawCase {

    private final int version;
    private final LockdownLevel level;
    private final List<String> revoked;
    private final List<String> preserved;

    ShopCase(int version, LockdownLevel level, List<String> revoked, List<String> preserved) {
        this.version = version;
        this.level = level;
        this.revoked = revoked;
        this.preserved = preserved;
    }

    public static final class ReadOnly18 extends ShopCase {
        public ReadOnly18() {
            super(18, READ_ONLY, List.of("mallory"), List.of("dba"));
        }
    }

    public static final class ReadOnly15 extends ShopCase {
        public ReadOnly15() {
            super(15, READ_ONLY, List.of(), List.of());
        }
    }

    public static final class AdminOnly18 extends ShopCase {
        public AdminOnly18() {
            super(18, ADMIN_ONLY, List.of(), List.of("dba"));
        }
    }

    public static final class AdminOnly15 extends ShopCase {
        public AdminOnly15() {
            super(15, ADMIN_ONLY, List.of("mallory"), List.of());
        }
    }

    public static final class FullLockdown18 extends ShopCase {
        public FullLockdown18() {
            super(18, FULL_LOCKDOWN, List.of(), List.of());
        }
    }

    public static final class FullLockdown15 extends ShopCase {
        public FullLockdown15() {
            super(15, FULL_LOCKDOWN, List.of("mallory"), List.of());
        }
    }

    /** Names the server for the cases of this version, in this process. */
    static void use(int version, Server server) {
        System.setProperty("cordon.lab.postgresql." + version + ".port", String.valueOf(server.port()));
        System.setProperty("cordon.lab.postgresql." + version + ".password", server.password());
    }

    @Override
    public String name() {
        return level.word() + " on PostgreSQL " + version;
    }

    @Override
    public ContainmentRequest request() {
        return Responder.lockdown(level, revoked, preserved);
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
