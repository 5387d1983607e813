package dev.cordon.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Commands in the JSON form of libnftables (libnftables-json(5)), carried out by {@code nft -j -f -} all or none.
 *
 * <p>The kernel decides between the alternatives: they are tried in their order, and the first that it accepts is the
 * one that happened. Only where it says that something is there already, is missing, or is in use, is the next one
 * tried; so nothing has to be read before, and nobody can come in between.
 *
 * <p>The answer is the object that nft prints, {@code {"nftables": […]}}.
 *
 * @param before a transaction of its own that is sent first, where there is any command in it; it changes nothing that
 *     anybody could see, so it does not matter whether the kernel accepts it
 * @param alternatives at least one; each a list of commands such as {@code {"add": {"element": {…}}}}. One without
 *     any command does nothing and is always accepted
 */
@JsonTypeName("nft")
public record NftTransaction(Terms terms, List<Value> before, List<List<Value>> alternatives) implements Operation {

    public NftTransaction {
        requireNonNull(terms, "terms");
        before = List.copyOf(before);
        alternatives = alternatives.stream().map(List::copyOf).toList();
        Value.refuseSecrets("a rule", before);
        alternatives.forEach(commands -> Value.refuseSecrets("a rule", commands));
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("a transaction needs something to do");
        }
    }

    /** These commands and nothing else. */
    public static NftTransaction of(Terms terms, List<Value> commands) {
        return firstOf(terms, List.of(commands));
    }

    /** The first of these alternatives that the kernel accepts. */
    public static NftTransaction firstOf(Terms terms, List<List<Value>> alternatives) {
        return new NftTransaction(terms, List.of(), alternatives);
    }

    @Override
    public NftTransaction with(UnaryOperator<Value> promise) {
        return new NftTransaction(
                terms,
                with(before, promise),
                alternatives.stream().map(commands -> with(commands, promise)).toList());
    }

    private static List<Value> with(List<Value> commands, UnaryOperator<Value> promise) {
        return commands.stream().map(command -> command.with(promise)).toList();
    }
}
