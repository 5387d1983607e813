package dev.cordon.crash;

import static dev.cordon.plan.Each.each;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;

import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Check;
import dev.cordon.plan.Part;
import dev.cordon.plan.Read;
import dev.cordon.plan.Step;
import dev.cordon.scripted.ScriptedPlatform;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One part of a plan for each way in which a step can behave. The names tell the {@link Vendor} how to. */
final class Parts {

    private static final Duration SETTLES = Duration.ofSeconds(5);

    private Parts() {}

    /** May be sent again at will. */
    static Part set(String name) {
        return settable(name).check(is(name, "on"));
    }

    /** Its effect shows only after a while. */
    static Part lagging(String name) {
        return settable(name).check(is(name, "on").settles(SETTLES));
    }

    static Part lasting(String name) {
        return settable(name).check(is(name, "on").holds(Duration.ofSeconds(2)));
    }

    /** Under way for a while, and can be called off. */
    static Part slow(String name) {
        var look = is(name, "on").pending("/value", Check.Is.EQUAL, Value.of("starting"));
        return settable(name).cancel(write("remove", name)).check(look);
    }

    /** Undone at the end of apply. */
    static Part temporary(String name) {
        return settable(name).check(is(name, "on")).asTemporary();
    }

    /** No look tells what became of it, but it may be sent again. */
    static Part unseen(String name) {
        return settable(name);
    }

    /** Twice is not once, there and back; its effect shows late. */
    static Part counted(String name) {
        return countable(name).check(is(name, "1").settles(SETTLES));
    }

    /** Twice is not once, and nobody has measured when its effect shows. */
    static Part unmeasured(String name) {
        return countable(name).check(is(name, "1"));
    }

    /** Twice is not once, and no look tells. */
    static Part blind(String name) {
        return step(name).touches(asset(name)).apply(once("add", name)).none("counted is counted");
    }

    /** The vendor gives it an id, by which alone it is taken away. */
    static Part created(String name) {
        return step(name)
                .touches(asset(name))
                .apply(once("create", name))
                .undo(command(Terms.write(ScriptedPlatform.NAME), Value.of("delete"), Value.saved("id of " + name)))
                .check(look(name).expect("/found", true).settles(SETTLES))
                .save("id of " + name, "/value");
    }

    static Part refused(String name) {
        return settable(name).apply(write("refuse", name)).check(is(name, "on"));
    }

    static Part refusedButOptional(String name) {
        return settable(name).apply(write("refuse", name)).check(is(name, "on")).asOptional();
    }

    /** Shows that it failed. */
    static Part disproved(String name) {
        return step(name).check(is(name, "on"));
    }

    static Part frozen(String name) {
        return each(name, membersOf(name))
                .steps(member(name)
                        .apply(writeOfItem("set", Value.of("frozen")))
                        .undo(writeOfItem("set", Value.of("alive")))
                        .check(lookAtItem().expect("/value", "frozen")));
    }

    /** As {@link #frozen}, for good. */
    static Part ended(String name) {
        return each(name, membersOf(name))
                .steps(member(name)
                        .apply(writeOfItem("remove"))
                        .check(lookAtItem().expect("/found", false))
                        .none("ended members do not come back"));
    }

    private static Step settable(String name) {
        return step(name).touches(asset(name)).apply(write("set", name, "on")).undo(write("remove", name));
    }

    private static Step countable(String name) {
        return step(name).touches(asset(name)).apply(once("add", name)).undo(once("subtract", name));
    }

    private static Step member(String name) {
        return step("member of " + name).touches(asset(name));
    }

    private static Check is(String name, String value) {
        return look(name).expect("/value", value);
    }

    private static Check look(String name) {
        return Check.look(read("get", name));
    }

    private static Check lookAtItem() {
        return Check.look(command(Terms.read(ScriptedPlatform.NAME), Value.of("get"), Value.item("/key")));
    }

    private static Read membersOf(String name) {
        return Read.of(read("members", name));
    }

    private static Command writeOfItem(String verb, Value... more) {
        var words = Stream.concat(Stream.of(Value.of(verb), Value.item("/key")), Stream.of(more));
        return command(Terms.write(ScriptedPlatform.NAME), words.toArray(Value[]::new));
    }

    private static Command read(String... words) {
        return Command.of(Terms.read(ScriptedPlatform.NAME), words);
    }

    private static Command write(String... words) {
        return Command.of(Terms.write(ScriptedPlatform.NAME), words);
    }

    /** With the key of its attempt, so that whoever sees it twice knows it. */
    private static Command once(String verb, String name) {
        return command(Terms.once(ScriptedPlatform.NAME), Value.of(verb), Value.of(name), Value.key());
    }

    private static Command command(Terms terms, Value... words) {
        return new Command(terms, List.of(words), null, List.of(0));
    }
}
