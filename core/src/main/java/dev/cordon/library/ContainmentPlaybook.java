package dev.cordon.library;

import static dev.cordon.library.CordonException.checked;

import dev.cordon.action.ActionId;
import dev.cordon.action.IncidentId;
import dev.cordon.document.Lines;
import dev.cordon.document.Printable;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.library.CordonException.Refused;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.report.ContainmentAction;
import dev.cordon.report.PendingReport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The actions of one incident. Collects what the domain classes planned; {@link Cordon#apply(ContainmentPlaybook)}
 * carries it out. Before that nothing has been changed; from then on it tells what the journal holds, and takes no
 * further actions: what comes up later goes into another playbook of the same incident.
 *
 * <p>Safe for any number of threads. What it records waits while a thread is applying it.
 */
public final class ContainmentPlaybook {

    private static final int LONGEST = 200;

    private record Applied(Runs runs, RunId run) {}

    private final IncidentId incidentId;
    private final String name;
    private final String analyst;
    private final ReentrantLock applying = new ReentrantLock();
    private final Collected collected;
    private volatile Optional<Applied> applied;

    /** Of an analyst who is not named: the user whose process this is. */
    public ContainmentPlaybook(String incidentId, String name) {
        this(incidentId, name, "");
    }

    /**
     * @param incidentId as the ticket system writes it
     * @param name what the incident is called, for people
     * @param analyst who answers for it; may be blank
     * @throws CordonException.WrongInput where one of them is too long or holds control characters
     */
    public ContainmentPlaybook(String incidentId, String name, String analyst) {
        this.collected = new Collected(true);
        this.applied = Optional.empty();
        this.incidentId = checked(() -> new IncidentId(incidentId));
        this.name = checked(() -> Lines.checked(name, "name", LONGEST));
        this.analyst = analyst.isBlank() ? "" : checked(() -> Lines.checked(analyst, "analyst", LONGEST));
    }

    /** What was applied earlier. */
    ContainmentPlaybook(Runs runs, RunId run) {
        var plan = runs.state(run).plan();
        this.incidentId = plan.incidentId();
        this.name = plan.name();
        this.analyst = plan.analyst();
        this.collected = new Collected(false);
        this.applied = Optional.of(new Applied(runs, run));
    }

    /**
     * Adds an action, which begins when those it comes after are completed. Actions that have nothing to do with each
     * other run side by side.
     *
     * @param action as a domain class planned it
     * @param after ids of actions that were added before
     * @throws CordonException.Refused where the playbook was applied already
     * @throws CordonException.WrongInput where the action is in it already, takes another back, or comes after one that
     *     is not in it or that a person does
     */
    public void addAction(ContainmentAction action, String... after) {
        collected.add(action, List.of(after));
    }

    /** What becomes of the others when an action fails; {@link FailurePolicy#STOP} where this is not said. */
    public void onFailure(FailurePolicy policy) {
        collected.onFailure(policy);
    }

    /** Records that an action was done by hand. */
    public void completeAction(String actionId) {
        completeAction(actionId, "");
    }

    /**
     * Records that an action was done by hand, or that somebody saw that it is in force.
     *
     * @param notes what was done or seen, on one line; may be empty
     * @throws CordonException.Refused where the playbook was not applied yet, or Cordon is in the middle of the action
     */
    public void completeAction(String actionId, String notes) {
        note(actionId, Status.COMPLETED, notes);
    }

    /** Records that an action failed, or that somebody saw that it is not in force; takes nothing back. */
    public void failAction(String actionId, String reason) {
        note(actionId, Status.FAILED, reason);
    }

    /**
     * The same.
     *
     * @param rollback takes the action back too: what Cordon did of it and finds in force
     * @throws CordonException.Refused where it cannot be taken back; that it failed is recorded all the same
     */
    public void failAction(String actionId, String reason, boolean rollback) throws InterruptedException {
        failAction(actionId, reason);
        if (rollback) {
            rollback(List.of(id(actionId)));
        }
    }

    /** Each as it stands now, in the order in which they were added or run. */
    public List<ContainmentAction> actions() {
        return applied.map(it -> it.runs().actions(it.run())).orElseGet(() -> collected.actions());
    }

    /** @throws CordonException.Refused where there is none of this id */
    public ContainmentAction action(String actionId) {
        return actions().stream()
                .filter(action -> action.id().equals(actionId))
                .findFirst()
                .orElseThrow(() -> new Refused("no action " + Printable.quoted(actionId) + " in this playbook"));
    }

    /** {@link Status#PENDING} before it is applied, and while all that is left is done by hand. */
    public Status status() {
        return applied.map(it -> it.runs().state(it.run()).status()).orElse(Status.PENDING);
    }

    /** What {@code cordon status} calls it; empty before it is applied. */
    public Optional<RunId> run() {
        return applied.map(Applied::run);
    }

    /** What was done, seen and left in force, with its times, as Markdown; what is planned, before it is applied. */
    public String generateReport() {
        return applied.map(it -> it.runs().report(it.run()))
                .orElseGet(() -> pending().markdown());
    }

    /**
     * One page of Markdown for who decides and was not there: what happened, what was contained and how fast, what is
     * open, what can be undone.
     */
    public String generateExecutiveSummary() {
        return applied.map(it -> it.runs().executive(it.run()))
                .orElseGet(() -> pending().executive());
    }

    /** {@code incident_id, name, analyst, created_at, status, actions[]}; once applied with what was observed. */
    public String toJson() {
        return applied.map(it -> it.runs().json(it.run()))
                .orElseGet(() -> pending().json())
                .toPrettyString();
    }

    Status apply(Runs with, Drafts drafts) throws InterruptedException {
        applying.lockInterruptibly();
        try {
            return applied.isPresent()
                    ? goOn(applied.get()).status()
                    : begin(with, drafts).status();
        } finally {
            applying.unlock();
        }
    }

    /** @param actions only these; all where empty */
    Status rollback(List<ActionId> actions) throws InterruptedException {
        var it = applied.orElseThrow(ContainmentPlaybook::notApplied);
        return it.runs().rollback(it.run(), actions, analyst).status();
    }

    private static RunState goOn(Applied earlier) throws InterruptedException {
        return earlier.runs().goOn(earlier.run());
    }

    private RunState begin(Runs runs, Drafts drafts) throws InterruptedException {
        collected.open(false);
        try {
            var plan = drafts.together(head(), collected.after());
            return runs.begin(plan, analyst, run -> {
                applied = Optional.of(new Applied(runs, run));
                drafts.applied(plan);
            });
        } finally {
            collected.open(applied.isEmpty());
        }
    }

    private void note(String actionId, Status status, String text) {
        var it = applied.orElseThrow(ContainmentPlaybook::notApplied);
        var by = it.runs().by(analyst);
        it.runs().note(it.run(), new Event.Noted(id(actionId), status, by, text));
    }

    private PlannedPlaybook head() {
        var created = collected.created().orElseThrow(() -> new Refused("the playbook has no actions"));
        return new PlannedPlaybook(
                PlannedPlaybook.FORMAT, incidentId, name, analyst, created, collected.onFailure(), List.of());
    }

    private PendingReport pending() {
        return new PendingReport(incidentId, name, analyst, collected.created(), collected.actions());
    }

    private static ActionId id(String actionId) {
        return checked(() -> new ActionId(actionId));
    }

    private static Refused notApplied() {
        return new Refused("this playbook was not applied yet: hand it to Cordon.apply, which begins its record");
    }
}
