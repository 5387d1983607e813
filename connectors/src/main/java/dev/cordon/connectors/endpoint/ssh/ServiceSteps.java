package dev.cordon.connectors.endpoint.ssh;

import static dev.cordon.plan.Check.look;
import static dev.cordon.plan.Step.step;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.HostScript;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Check;
import dev.cordon.plan.Check.Is;
import dev.cordon.plan.Step;
import dev.cordon.plan.Subject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Stopping units, keeping them from starting, and taking both back. */
record ServiceSteps(PlatformName on, String host, Subject subject) {

    /** systemd itself gives a unit 90 s by default (systemd-system.conf(5), DefaultTimeoutStopSec). */
    private static final Duration KILLED_AFTER = Duration.ofSeconds(100);

    private static final Duration STOPS_WITHIN = Duration.ofMinutes(3);
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

    /** What dies or comes back at once does so within this time. */
    private static final Duration SHOWS_WITHIN = Duration.ofSeconds(2);

    /** How long nothing may start it again. */
    private static final Duration STAYS_DOWN = Duration.ofSeconds(10);

    /** A drop-in with an assertion that cannot hold; systemd heeds it once it has read it. */
    Step hold(UnitFacts unit) {
        var name = "keep " + unit.id() + " from starting";
        return step(name)
                .touches(asset(unit))
                .apply(of(Terms.write(on), "svc.hold", unit.id()).argument("key", Value.key()))
                .undo(of(Terms.write(on), "svc.free", unit.id())
                        .argument("key", new Value.Key(name))
                        .argument("folder", unit.folder() ? "kept" : "made"))
                .check(look(of(Terms.read(on), "svc.held", unit.id()).argument("key", new Value.Key(name)))
                        .expect("/there", true)
                        .says("a drop-in refuses every start of it"));
    }

    Step reload(List<UnitFacts> units) {
        return step("let systemd read that")
                .apply(HostScript.of(Terms.write(on), host, "svc.reload"))
                .check(look(loaded(units))
                        .expect("/startable", 0)
                        .expect("/unread", 0)
                        .says("systemd knows that none of them can start"))
                .exact("it reads again when all is taken back");
    }

    /** Stands before what it publishes, so that its undo comes after: what was removed must be read as well. */
    Step reloadAtUndo(List<UnitFacts> units) {
        return step("let systemd read what is taken back")
                .undo(HostScript.of(Terms.write(on), host, "svc.reload"))
                .check(look(loaded(units))
                        .expect("/unread", Is.DIFFERENT, Value.of(0))
                        .says("systemd has not read what lies on the disk"));
    }

    /** All at once: a service that ends must not find the socket or the timer that would start it again. */
    Step stop(List<UnitFacts> units) {
        return step("stop " + units.stream().map(UnitFacts::id).collect(Collectors.joining(", ")))
                .touches(units.stream().map(this::asset).toArray(Asset[]::new))
                .apply(of(Terms.write(on), "svc.stop", units).argument("kill_after", KILLED_AFTER.toSeconds()))
                .check(down(units).within(STOPS_WITHIN).holds(STAYS_DOWN))
                .exact("what ran is started again by a step of its own");
    }

    /** For one that did not run before either. */
    Step staysDown(UnitFacts unit) {
        return step(unit.id() + " does not run").check(down(List.of(unit)).holds(STAYS_DOWN));
    }

    /** For undo alone; where it runs by then, there is nothing to do. */
    Step startAgain(String unit) {
        return step("start " + unit + " again")
                .touches(asset(unit, List.of(unit)))
                .undo(of(Terms.write(on), "svc.start", unit))
                .check(down(unit).within(STARTS_WITHIN));
    }

    /** The same for one of which all names are known. */
    Step startAgain(UnitFacts unit) {
        return startAgain(unit.id()).touches(asset(unit));
    }

    /** The same for one whose mask must be lifted for it. */
    Step startAgainMasked(UnitFacts unit) {
        return startAgain(unit).undo(mask(Terms.write(on), "svc.start_masked", unit));
    }

    Step maskAgain(UnitFacts unit) {
        return step(masking(unit))
                .touches(asset(unit))
                .undo(mask(Terms.write(on), "svc.mask", unit))
                .check(look(mask(Terms.read(on), "svc.lifted", unit))
                        .expect("/lifted", true)
                        .says("the mask is lifted"));
    }

    Step unlink(UnitFacts unit, UnitFacts.Link link) {
        return step("unlink " + link.path())
                .touches(asset(unit))
                .apply(of(Terms.write(on), "svc.unlink", link))
                .undo(of(Terms.write(on), "svc.link", link))
                .check(look(HostScript.of(Terms.read(on), host, "svc.linked").argument("path", link.path()))
                        .expect("/linked", false)
                        .says("the link is not there"));
    }

    Asset asset(UnitFacts unit) {
        return asset(unit.id(), unit.names());
    }

    private Asset asset(String unit, List<String> names) {
        var known = names.stream().map(name -> name + " on " + host).toList();
        return new Asset(on, "unit", host + " " + unit, known).of(subject);
    }

    private Check down(List<UnitFacts> units) {
        return down(ids(units));
    }

    private Check down(String units) {
        return look(HostScript.of(Terms.read(on), host, "svc.state").argument("units", units))
                .expect("/runs", false)
                .expect("/changing", false)
                .pending("/changing", Is.EQUAL, Value.of(true))
                .because("/why")
                .says("it does not run")
                .settles(SHOWS_WITHIN);
    }

    private HostScript loaded(List<UnitFacts> units) {
        return of(Terms.read(on), "svc.loaded", units);
    }

    private HostScript mask(Terms terms, String operation, UnitFacts unit) {
        return HostScript.of(terms, host, operation)
                .argument("path", unit.fragment())
                .argument("key", new Value.Key(masking(unit)));
    }

    private HostScript of(Terms terms, String operation, UnitFacts.Link link) {
        return HostScript.of(terms, host, operation)
                .argument("path", link.path())
                .argument("target", link.target());
    }

    private HostScript of(Terms terms, String operation, List<UnitFacts> units) {
        return HostScript.of(terms, host, operation).argument("units", ids(units));
    }

    private HostScript of(Terms terms, String operation, String unit) {
        return HostScript.of(terms, host, operation).argument("unit", unit);
    }

    private static String ids(List<UnitFacts> units) {
        return units.stream().map(UnitFacts::id).collect(Collectors.joining(" "));
    }

    private static String masking(UnitFacts unit) {
        return "mask " + unit.id() + " again";
    }
}
