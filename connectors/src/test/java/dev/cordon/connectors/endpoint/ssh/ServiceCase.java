package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.DisableService;
import dev.cordon.action.Hostname;
import dev.cordon.action.Reason;
import dev.cordon.action.ServiceName;
import dev.cordon.lab.host.DebianHost;
import dev.cordon.lab.host.UnitZoo;
import dev.cordon.lab.laws.LawCase;
import dev.cordon.plan.PlatformType;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A service of the zoo on a Debian host, to be disabled. */
public final class ServiceCase implements LawCase {

    /** What is asked, which command makes it as before, and how its effect shows. */
    private record Case(String name, DisableService request, String reset, Predicate<DebianHost> inForce) {}

    private static final List<Case> CASES = List.of(
            new Case(
                    "a service and the socket that starts it, with a copy of their configuration",
                    disable(UnitZoo.ECHO.unit(), true, true, true),
                    "systemctl start lab-echo.socket; systemctl start lab-echo.service",
                    host -> isDown(host, UnitZoo.ECHO) && isDown(host, UnitZoo.ECHO_SOCKET)),
            new Case(
                    "the links alone that make a service start at boot",
                    disable(UnitZoo.HAND_LINKED.unit(), false, true, false),
                    "ln -sfT /usr/lib/systemd/system/lab-hand-linked.service"
                            + " /etc/systemd/system/graphical.target.wants/lab-hand-linked.service",
                    host -> !isLinked(host)));

    private static DebianHost host;

    private final Case one;

    public ServiceCase(String name) {
        this.one =
                CASES.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    static List<LawCase> all(DebianHost target) {
        host = target;
        return CASES.stream().<LawCase>map(it -> new ServiceCase(it.name())).toList();
    }

    static DisableService disable(String unit, boolean stop, boolean autostart, boolean backup) {
        return new DisableService(
                new Hostname("web1"), new ServiceName(unit), stop, autostart, backup, new Reason("test"));
    }

    /** Nobody can start it. Asked for what should be down alone: else it would be started. */
    static boolean isDown(DebianHost host, UnitZoo one) {
        return host.attempt("systemctl", "is-active", "--quiet", one.unit()).exit() != 0
                && host.attempt("systemctl", "start", one.unit()).exit() != 0
                && host.attempt("systemctl", "is-active", "--quiet", one.unit()).exit() != 0;
    }

    private static boolean isLinked(DebianHost host) {
        return host.attempt("test", "-L", "/etc/systemd/system/graphical.target.wants/lab-hand-linked.service")
                        .exit()
                == 0;
    }

    @Override
    public String name() {
        return one.name();
    }

    @Override
    public ContainmentRequest request() {
        return one.request();
    }

    @Override
    public PlatformType type() {
        return new Ssh();
    }

    @Override
    public String settings() {
        return HostAccess.settings();
    }

    @Override
    public Map<String, String> environment() {
        return HostAccess.environment();
    }

    @Override
    public Map<String, String> properties() {
        return HostAccess.properties();
    }

    @Override
    public void reset() {
        host.run("sh", "-euc", """
                cd /etc/systemd/system
                rm -rf lab-echo.service.d lab-echo.socket.d
                systemctl daemon-reload
                %s
                """.formatted(one.reset()));
    }

    @Override
    public String trueState() {
        return host.state().toString();
    }

    @Override
    public boolean inForce() {
        return one.inForce().test(host);
    }
}
