package dev.cordon.lab.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** What a {@link ScriptedVendor} does with one request, when it has read it. */
public sealed interface Behaviour {

    /** Answers as HTTP wants it. */
    record Answers(int status, Map<String, String> headers, String body) implements Behaviour {
        public Answers {
            headers = Map.copyOf(headers);
        }

        public Answers header(String name, String value) {
            var more = new TreeMap<>(headers);
            more.put(name, value);
            return new Answers(status, more, body);
        }

        public Answers body(String text) {
            return new Answers(status, headers, text);
        }
    }

    /** Answers when it is let. */
    record Holds(CountDownLatch until, Answers then) implements Behaviour {}

    /** Begins to answer, and sends the body byte by byte with a pause before each. */
    record Drips(Answers answer, Duration pause) implements Behaviour {}

    /** Says nothing and keeps the connection. */
    record KeepsSilent() implements Behaviour {}

    /** Closes the connection without a word. */
    record HangsUp() implements Behaviour {}

    /** Breaks the connection (TCP reset) without a word. */
    record Resets() implements Behaviour {}

    /** Promises more bytes than it sends, and closes the connection. */
    record BreaksOff(Answers answer) implements Behaviour {}

    /** Sends a body without an end. */
    record Floods() implements Behaviour {}

    /** Sends something that is no HTTP. */
    record TalksNonsense() implements Behaviour {}

    /** One of each that never gives an answer. */
    static List<Behaviour> speechless() {
        return List.of(
                new KeepsSilent(),
                new HangsUp(),
                new Resets(),
                new BreaksOff(ok("{\"a\": 1}")),
                new Floods(),
                new TalksNonsense(),
                new Drips(ok("{\"a\": \"" + "x".repeat(200) + "\"}"), Duration.ofMillis(20)));
    }

    static Answers ok(String json) {
        return status(200).header("Content-Type", "application/json").body(json);
    }

    static Answers status(int status) {
        return new Answers(status, Map.of(), "");
    }
}
