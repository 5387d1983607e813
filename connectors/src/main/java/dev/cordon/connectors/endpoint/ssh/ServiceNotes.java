package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.DisableService;
import dev.cordon.plan.Plan;
import dev.cordon.playbook.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the approver must know and no operation says. */
record ServiceNotes(DisableService request, ServiceFacts facts, Conditions conditions) {

    Plan on(Plan plan) {
        var noted = plan;
        for (var note : notes()) {
            noted = noted.note(note);
        }
        return noted;
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        var unit = facts.unit();
        if (facts.isAssumed()) {
            notes.add("assumed: the service runs, starts at boot, and nothing else starts it or depends on it");
        }
        if (request.stopImmediately() && !facts.dependants().isEmpty()) {
            notes.add("what stops with it, for it depends on it: "
                    + ids(facts.dependants().stream()
                            .map(ServiceFacts.Dependant::id)
                            .toList()));
        }
        if (!request.disableAutostart() || !request.stopImmediately()) {
            notes.add(startedBy(unit));
        }
        if (UnitFacts.State.FAILED == unit.state()) {
            notes.add(unit.id() + " does not run, it has failed; that stays so when this is undone");
        }
        if (UnitName.isActivator(unit.id())) {
            notes.add("what it has started goes on: " + ids(unit.triggers()));
        }
        if (unit.fragment().startsWith("/run/")) {
            notes.add(
                    "its unit file lies in " + unit.fragment() + ": after a reboot nothing may be there to be undone");
        }
        facts.activators().stream()
                .filter(one -> one.id().endsWith(".timer"))
                .forEach(timer -> notes.add(
                        "undone, " + timer.id() + " begins anew, and may start " + ids(timer.triggers()) + " at once"));
        notes.add(evidence());
        return notes;
    }

    private String startedBy(UnitFacts unit) {
        var ways = new ArrayList<String>();
        facts.activators().forEach(one -> ways.add(one.id()));
        if (request.stopImmediately() && !unit.restart().equals("no")) {
            ways.add("its own Restart=" + unit.restart());
        }
        var known = ways.isEmpty() ? "" : ": " + ids(ways);
        return request.stopImmediately()
                ? "it may be started again, at the next boot too" + known
                : "it goes on running, and may still be started by hand or by what needs it" + known;
    }

    private String evidence() {
        if (!request.backupConfig()) {
            return "no copy of its configuration is kept: backup_config is false";
        }
        return conditions
                .waiver()
                .map(why -> "a copy of the configuration that fails does not stop the action, because: " + why)
                .orElse("");
    }

    private static String ids(List<String> ids) {
        return ids.stream().collect(Collectors.joining(", "));
    }
}
