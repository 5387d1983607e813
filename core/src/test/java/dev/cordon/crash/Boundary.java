package dev.cordon.crash;

import java.util.List;
import java.util.stream.Stream;

/** A moment between two things that a process does, at which it may be killed; named for who reads a failure. */
record Boundary(String name) {

    private static final List<String> KINDS =
            List.of("accepted", "began", "found", "intended", "answered", "judged", "stands", "undoing", "closed");

    /** Every one that decides something, in the order in which a run first comes to them. */
    static final List<Boundary> ALL = Stream.concat(
                    KINDS.stream().flatMap(kind -> Stream.of(before(kind), after(kind))),
                    Stream.of(arrived(), carriedOut()))
            .toList();

    private static Boundary before(String kind) {
        return new Boundary("before '" + kind + "' is written");
    }

    private static Boundary after(String kind) {
        return new Boundary("'" + kind + "' is durable");
    }

    private static Boundary arrived() {
        return new Boundary("sent, and not carried out");
    }

    /** Sent, carried out, and its answer not received. */
    static Boundary carriedOut() {
        return new Boundary("carried out, and not answered");
    }

    /** Where a process stands that says this. */
    static Boundary of(Message message) {
        return switch (message) {
            case Message.Hello _ -> new Boundary("started");
            case Message.Waits _ -> new Boundary("waits");
            case Message.Writes(var kind) -> before(kind);
            case Message.Recorded(var _, var _, var kind, var _) -> after(kind);
            case Message.Sends(var _, var read) -> read ? new Boundary("looks") : arrived();
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
