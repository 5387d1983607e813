package dev.cordon.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Commands in the JSON form of libnftables (libnftables-json(5)), carried out by {@code nft -j -f -} all or none.
 *
 * <p>The answer is the object that nft prints, {@code {"nftables": […]}}.
 *
 * @param commands each an object such as {@code {"add": {"element": {…}}}}
 */
@JsonTypeName("nft")
public record NftTransaction(Terms terms, List<Value> commands) implements Operation {

    public NftTransaction {
        requireNonNull(terms, "terms");
        commands = List.copyOf(commands);
    }

    @Override
    public NftTransaction with(UnaryOperator<Value> promise) {
        return new NftTransaction(
                terms, commands.stream().map(command -> command.with(promise)).toList());
    }
}
