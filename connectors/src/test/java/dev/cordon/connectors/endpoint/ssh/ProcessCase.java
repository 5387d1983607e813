package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.Hostname;
import dev.cordon.action.ProcessName;
import dev.cordon.action.Reason;
import dev.cordon.action.TerminateProcess;
import dev.cordon.lab.host.DebianHost;
import dev.cordon.lab.laws.LawCase;
import dev.cordon.plan.PlatformType;
import java.util.Map;
import java.util.Optional;

/** A process with a child on a Debian host, to be terminated; with or without a dump of their memory. */
public final class ProcessCase implements LawCase {

    static final String WITH_DUMP = "with a memory dump";
    static final String WITHOUT_DUMP = "without a memory dump";

    private static final String EVIL = "evil.sh";
    private static final String CHILD = "evil-child";

    private static DebianHost host;

    private final String name;

    public ProcessCase(String name) {
        this.name = name;
    }

    /** What this process, and those that the laws kill, reach. */
    static void on(DebianHost target) {
        host = target;
        HostAccess.to(target);
        target.run("cp", "/bin/sleep", "/opt/" + CHILD);
        target.write("/opt/" + EVIL, "#!/bin/sh\n/opt/" + CHILD + " 1000000 &\nwait\n");
        target.run("chmod", "755", "/opt/" + EVIL);
    }

    static void off() {
        HostAccess.end();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ContainmentRequest request() {
        return new TerminateProcess(
                new Hostname("web1"),
                new ProcessName(EVIL),
                Optional.empty(),
                true,
                name.equals(WITH_DUMP),
                false,
                new Reason("test"));
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
    public boolean reversible() {
        return false;
    }

    @Override
    public void reset() {
        host.attempt("pkill", "-KILL", "-x", EVIL);
        host.attempt("pkill", "-KILL", "-x", CHILD);
        host.run("rm", "-rf", "/run/cordon", "/var/lib/cordon");
        host.run("sh", "-c", "setsid /opt/" + EVIL + " </dev/null >/dev/null 2>&1 &");
        host.run("sh", "-c", "until pgrep -x " + CHILD + " >/dev/null; do sleep 0.02; done");
    }

    /** Who is there, who of them stands still, and what Cordon left on the host. */
    @Override
    public String trueState() {
        return host.attempt(
                        "sh",
                        "-c",
                        "for p in $(pgrep -x 'evil.*'); do"
                                + " echo $p $(cut -d' ' -f3 /proc/$p/stat | tr -d 'RSDI'); done;"
                                + " ls -R /run/cordon /var/lib/cordon 2>/dev/null")
                .output();
    }

    @Override
    public boolean inForce() {
        return host.attempt("pgrep", "-x", "evil.*").exit() != 0;
    }
}
