package dev.cordon.connectors.network.nftables;

import dev.cordon.operation.Answer;
import dev.cordon.operation.Command;
import dev.cordon.operation.NftTransaction;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import dev.cordon.transport.local.Commands;
import dev.cordon.transport.nft.Nft;
import java.time.Duration;

/** Transactions by nft, and the tools around it as commands, on this machine. */
record NftablesTransport(Nft nft, Commands commands) implements Transport {

    @Override
    public Answer run(Operation operation) throws InterruptedException {
        return switch (operation) {
            case NftTransaction transaction -> nft.run(transaction);
            case Command command -> commands.run(command);
            default -> throw foreign(operation);
        };
    }

    /** nft has its whole input before it begins, and commits in milliseconds; the rest is a machine under load. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(3);
    }

    @Override
    public String render(Operation operation) {
        return switch (operation) {
            case NftTransaction transaction -> nft.render(transaction);
            case Command command -> commands.render(command);
            default -> throw foreign(operation);
        };
    }

    @Override
    public String brief(Operation operation) {
        return operation instanceof NftTransaction transaction ? nft.brief(transaction) : render(operation);
    }

    private static IllegalArgumentException foreign(Operation operation) {
        return new IllegalArgumentException("no operation of a packet filter: " + operation);
    }
}
