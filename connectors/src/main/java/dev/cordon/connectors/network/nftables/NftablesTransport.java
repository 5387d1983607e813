package dev.cordon.connectors.network.nftables;

import dev.cordon.operation.Answer;
import dev.cordon.operation.Command;
import dev.cordon.operation.NftTransaction;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import dev.cordon.transport.nft.Nft;
import dev.cordon.transport.program.Commands;
import dev.cordon.transport.ssh.SshPrograms;
import java.time.Duration;
import java.util.Optional;

/**
 * Transactions by nft, and the tools around it as commands.
 *
 * @param host that all of it runs on; empty for this machine
 */
record NftablesTransport(Nft nft, Commands commands, Optional<SshPrograms> host) implements Transport {

    /** A write may have cut the way: what comes after it, its check first of all, goes over a new connection. */
    @Override
    public Answer run(Operation operation) throws InterruptedException {
        try {
            return attempt(operation);
        } finally {
            if (!operation.terms().read()) {
                host.ifPresent(SshPrograms::renew);
            }
        }
    }

    private Answer attempt(Operation operation) throws InterruptedException {
        return switch (operation) {
            case NftTransaction transaction -> nft.run(transaction);
            case Command command when Tools.NAMED.contains(program(command)) -> commands.run(command);
            default -> throw foreign(operation);
        };
    }

    private String program(Command command) {
        var program = command.argv().getFirst().text();
        return program.equals(nft.program()) ? Tools.NFT : program;
    }

    /** nft has its whole input before it begins, and commits in milliseconds; the rest is a machine under load. */
    @Override
    public Duration patience() {
        return host.map(SshPrograms::patience).orElse(Duration.ofSeconds(3));
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
        return switch (operation) {
            case NftTransaction transaction -> nft.brief(transaction);
            case Command command -> commands.brief(command);
            default -> throw foreign(operation);
        };
    }

    private static IllegalArgumentException foreign(Operation operation) {
        return new IllegalArgumentException("no operation of a packet filter: " + operation);
    }
}
