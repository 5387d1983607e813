package dev.cordon.execution;

import static java.util.Objects.requireNonNull;

import dev.cordon.action.ActionId;
import dev.cordon.journal.At.Spot;
import dev.cordon.journal.Event;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.Phase;
import dev.cordon.plan.Each;
import dev.cordon.plan.Reader;
import dev.cordon.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** Runs the steps of an {@code Each} on every member that is found, and finds again until none is new. */
record EachRun(Work work, ActionId action, Each each) {

    private static final Duration NEW_ONES_FOR_AT_MOST = Duration.ofMinutes(5);

    /** Members that an interrupted run had found come first: they may have vanished from the next look. */
    Outcome apply() throws InterruptedException {
        var gravest = applyTo(known());
        var began = work.pace().elapsed();
        var quietSince = began;
        var backoff = new Backoff();
        var spared = List.<String>of();
        while (gravest != Outcome.ASKS_A_PERSON) {
            List<Event.Member> fresh;
            try {
                fresh = findNew();
            } catch (Reader.CouldNotRead | Promises.BrokenPromise e) {
                var wait = backoff.next();
                if (wait.isEmpty()) {
                    return say(Outcome.ASKS_A_PERSON, "could not look for members: " + e.getMessage());
                }
                work.pace().sleep(wait.get());
                continue;
            }
            if (known().size() + fresh.size() > each.atMost()) {
                return say(Outcome.ASKS_A_PERSON, "more than " + each.atMost() + " members were found");
            }
            spared = leaveAlone(fresh);
            if (!fresh.isEmpty()) {
                work.journal().write(new Event.Found(action, each.name(), fresh));
                gravest = Together.gravest(List.of(gravest, applyTo(known())));
                quietSince = work.pace().elapsed();
            } else if (over(quietSince, each.holds())) {
                return spared.isEmpty() ? gravest : say(Outcome.FAILED, String.join("; ", spared));
            }
            if (over(began, NEW_ONES_FOR_AT_MOST)) {
                return say(
                        Outcome.FAILED, "new members kept turning up for " + NEW_ONES_FOR_AT_MOST.toMinutes() + " min");
            }
            work.pace().sleep(Duration.ofMillis(each.holds().isZero() ? 20 : 200));
        }
        return gravest;
    }

    /** Member by member, the last found first. */
    Outcome undo() throws InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        var members = List.copyOf(known().keySet());
        for (var member : members.reversed()) {
            outcomes.add(undo(member));
        }
        return Together.gravest(outcomes);
    }

    /** The steps of one member in reverse. */
    Outcome undo(String member) throws InterruptedException {
        var item = requireNonNull(known().get(member), member);
        var outcomes = new ArrayList<Outcome>();
        for (var step : each.steps().reversed()) {
            outcomes.add(run(member, item, step).undo());
        }
        return Together.gravest(outcomes);
    }

    /** One run for each step of each member that is known. */
    List<StepRun> runs() {
        return known().entrySet().stream()
                .flatMap(member -> each.steps().stream().map(step -> run(member.getKey(), member.getValue(), step)))
                .toList();
    }

    Map<String, JsonNode> known() {
        return work.journal().state().action(action).membersOf(each.name());
    }

    Outcome applyTo(Map<String, JsonNode> members) throws InterruptedException {
        var parts = new ArrayList<Callable<Outcome>>();
        members.forEach((key, item) -> parts.add(() -> applyTo(key, item)));
        return Together.gravest(Together.run(parts));
    }

    private Outcome applyTo(String key, JsonNode item) throws InterruptedException {
        for (var step : each.steps()) {
            var outcome = run(key, item, step).apply();
            var grave = outcome == Outcome.FAILED || outcome == Outcome.ASKS_A_PERSON;
            if (grave && !(step.optional() && outcome == Outcome.FAILED)) {
                return outcome;
            }
        }
        return Outcome.CONFIRMED;
    }

    /** Takes those away that are protected, and says by what; they are found, and left alone, at every look. */
    List<String> leaveAlone(List<Event.Member> found) {
        var why = new ArrayList<String>();
        found.removeIf(member -> {
            var refusal = work.guard().refusal(List.of(each.asset(member.item())));
            refusal.ifPresent(why::add);
            return refusal.isPresent();
        });
        return why;
    }

    private List<Event.Member> findNew() throws InterruptedException {
        var known = known();
        var fresh = new ArrayList<Event.Member>();
        new MemberSearch(work, action, each).find().forEach((key, item) -> {
            if (!known.containsKey(key)) {
                fresh.add(new Event.Member(key, item));
            }
        });
        return fresh;
    }

    private StepRun run(String key, JsonNode item, Step step) {
        return new StepRun(new StepPlace(work, action, step, new Spot(step.name(), key), item));
    }

    private Outcome say(Outcome outcome, String why) {
        var at = new Spot(each.name(), null).at(action, Phase.APPLY, 1);
        work.journal().write(new Event.Judged(at, outcome, null, why, null, new TreeMap<>()));
        return outcome;
    }

    private boolean over(Duration since, Duration time) {
        return work.pace().elapsed().minus(since).compareTo(time) >= 0;
    }
}
