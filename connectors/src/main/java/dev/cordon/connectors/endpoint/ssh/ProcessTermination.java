package dev.cordon.connectors.endpoint.ssh;

import static dev.cordon.plan.Stage.stage;

import dev.cordon.action.PlatformName;
import dev.cordon.action.TerminateProcess;
import dev.cordon.operation.HostScript;
import dev.cordon.operation.Terms;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Discovery;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Planned;
import dev.cordon.plan.Reader;
import dev.cordon.plan.Shown;
import dev.cordon.playbook.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code terminate_process}: the tree is stopped, its memory is dumped and fetched, then all of it is killed. */
final class ProcessTermination implements Connector<TerminateProcess, ProcessFacts> {

    private final PlatformName on;
    private final Inventory inventory;

    ProcessTermination(PlatformName on, Inventory inventory) {
        this.on = on;
        this.inventory = inventory;
    }

    @Override
    public Class<TerminateProcess> carries() {
        return TerminateProcess.class;
    }

    @Override
    public Discovery<ProcessFacts> discover(TerminateProcess request, Reader reader) {
        if (!inventory.knows(request.hostname())) {
            return new Discovery.NotFound<>(request.hostname() + " is not among the hosts of " + on);
        }
        var host = Inventory.id(request.hostname());
        var seen = reader.read(find(request, host));
        var processes = seen.path("processes").values().stream()
                .map(ProcessFacts.OneProcess::of)
                .toList();
        if (processes.isEmpty()) {
            return new Discovery.NotFound<>(which(request) + " is not running on " + host);
        }
        if (processes.size() > 1 && !request.all()) {
            return new Discovery.Ambiguous<>(
                    request.processName() + " on " + host + " (give process_id, or all: true)",
                    processes.stream().map(ProcessFacts.OneProcess::inWords).toList());
        }
        return new Discovery.Found<>(facts(host, seen, processes), target(host, seen, processes));
    }

    private static String which(TerminateProcess request) {
        return request.processId()
                .map(pid -> "process " + pid + " with the name " + request.processName())
                .orElseGet(() -> request.processName().value());
    }

    private HostScript find(TerminateProcess request, String host) {
        var script = HostScript.of(Terms.read(on), host, "proc.find")
                .argument("name", request.processName().value());
        return request.processId().map(pid -> script.argument("pid", pid)).orElse(script);
    }

    private static ProcessFacts facts(String host, JsonNode seen, List<ProcessFacts.OneProcess> processes) {
        return new ProcessFacts(
                host,
                seen.path("boot").stringValue(),
                seen.path("machine").stringValue(),
                seen.path("uid").intValue(),
                processes);
    }

    private static String target(String host, JsonNode seen, List<ProcessFacts.OneProcess> processes) {
        return host + ", boot " + seen.path("boot").stringValue() + ", "
                + processes.stream()
                        .map(process -> "pid " + process.pid() + " start " + process.start())
                        .toList();
    }

    @Override
    public ProcessFacts assume(TerminateProcess request) {
        var one = new ProcessFacts.OneProcess(
                request.processId().orElse(1000),
                "0",
                0,
                request.processName().value(),
                "/" + request.processName().value(),
                "0",
                "",
                "0",
                "",
                false,
                new Shown<>(""),
                new Shown<>(List.of()));
        return new ProcessFacts(Inventory.id(request.hostname()), "", "", 0, List.of(one));
    }

    @Override
    public Draft plan(TerminateProcess request, ProcessFacts facts) {
        return plan(request, facts, Conditions.NONE);
    }

    @Override
    public Draft plan(TerminateProcess request, ProcessFacts facts, Conditions conditions) {
        var refusal = refusal(facts, conditions);
        if (refusal.isPresent()) {
            return Plan.refused(refusal.get());
        }
        var steps = new ProcessSteps(on, inventory.subject(facts.host()), facts, request.killChildren());
        var parts = new ArrayList<Planned>();
        parts.add(steps.list());
        parts.add(steps.freeze());
        if (request.createMemoryDump()) {
            parts.addAll(new MemoryDump(on, facts, conditions.waiver().isPresent()).parts());
        }
        parts.add(stage(steps.kill()));
        return TerminationNotes.on(Plan.of(parts), request, facts, conditions);
    }

    private static Optional<String> refusal(ProcessFacts facts, Conditions conditions) {
        if (conditions.ttl().isPresent()) {
            return Optional.of("a process that was killed does not come back: leave ttl out");
        }
        for (var process : facts.processes()) {
            if (process.protects()) {
                return Optional.of(
                        "process " + process.inWords() + " is one that Cordon itself, or the host, runs under");
            }
            if (process.exe().isEmpty() || (facts.uid() != 0 && facts.uid() != process.uid())) {
                return Optional.of("process " + process.inWords() + " belongs to another user than Cordon's account on "
                        + facts.host() + ", and that is not root: see 'sudo' of the platform");
            }
        }
        return Optional.empty();
    }
}
