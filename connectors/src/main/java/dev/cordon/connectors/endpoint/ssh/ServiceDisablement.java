package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.DisableService;
import dev.cordon.action.PlatformName;
import dev.cordon.operation.HostScript;
import dev.cordon.operation.Terms;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Discovery;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Planned;
import dev.cordon.plan.Reader;
import dev.cordon.playbook.Conditions;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/**
 * {@code disable_service}: a unit and what starts it are kept from starting by a drop-in, then stopped. Links are never
 * made by {@code systemctl enable}, so they are afterwards what they were.
 */
final class ServiceDisablement implements Connector<DisableService, ServiceFacts> {

    private final PlatformName on;
    private final Inventory inventory;

    ServiceDisablement(PlatformName on, Inventory inventory) {
        this.on = on;
        this.inventory = inventory;
    }

    @Override
    public Class<DisableService> carries() {
        return DisableService.class;
    }

    @Override
    public Discovery<ServiceFacts> discover(DisableService request, Reader reader) {
        if (!inventory.knows(request.hostname())) {
            return new Discovery.NotFound<>(request.hostname() + " is not among the hosts of " + on);
        }
        var host = Inventory.id(request.hostname());
        var name = UnitName.of(request.serviceName());
        if (name.isEmpty()) {
            return new Discovery.NotFound<>(request.serviceName() + " cannot be the name of a unit of systemd");
        }
        if (!UnitName.isServed(name.get()) || UnitName.isTemplate(name.get())) {
            return new Discovery.NotFound<>(name.get() + " is no unit that can be stopped: give a service, or a socket,"
                    + " timer or path, and of a template one instance");
        }
        var seen = reader.read(HostScript.of(Terms.read(on), host, "svc.show").argument("unit", name.get()));
        if (!seen.path("found").booleanValue()) {
            return new Discovery.NotFound<>(name.get() + " on " + host + near(seen));
        }
        var facts = ServiceFacts.of(host, seen);
        return new Discovery.Found<>(
                facts,
                host + ", machine " + facts.machine() + ", unit " + facts.unit().id());
    }

    private static String near(JsonNode seen) {
        var names =
                seen.path("near").values().stream().map(JsonNode::stringValue).toList();
        return names.isEmpty() ? "" : "; there are " + String.join(", ", names);
    }

    /** The name stands for itself where it can be no unit's: without a connection nothing is found. */
    @Override
    public ServiceFacts assume(DisableService request) {
        var name =
                UnitName.of(request.serviceName()).orElse(request.serviceName().value());
        return ServiceFacts.assumed(Inventory.id(request.hostname()), name);
    }

    @Override
    public Draft plan(DisableService request, ServiceFacts facts) {
        return plan(request, facts, Conditions.NONE);
    }

    @Override
    public Draft plan(DisableService request, ServiceFacts facts, Conditions conditions) {
        var refusal = new ServiceRefusals(request, facts).first();
        if (refusal.isPresent()) {
            return Plan.refused(refusal.get());
        }
        var steps = new ServiceSteps(on, facts.host(), inventory.subject(facts.host()));
        var draft = request.stopImmediately()
                ? new Stopping(steps, facts, request.disableAutostart()).draft()
                : new Autostart(steps, facts).draft();
        return draft instanceof Plan plan && !plan.isEmpty() ? completed(plan, request, facts, conditions) : draft;
    }

    private Plan completed(Plan plan, DisableService request, ServiceFacts facts, Conditions conditions) {
        var parts = new ArrayList<Planned>();
        if (request.backupConfig()) {
            parts.add(new ConfigBackup(on, facts, conditions.waiver().isPresent()).keep());
        }
        parts.addAll(plan.stages());
        return new ServiceNotes(request, facts, conditions).on(Plan.of(parts));
    }
}
