package dev.cordon.transport.nft;

import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;
import java.util.List;

/**
 * Why nft refused a transaction: the kernel's error number, which nft writes in words (locale C; nft 0.9.8 to 1.1).
 *
 * <p>The first line that says one of these decides: what follows it is often only its consequence.
 */
enum NftRefusal {
    /** The tools could not even look: no such network namespace, no such program in it. */
    UNREACHABLE,
    FORBIDDEN,
    MISSING,
    EXISTS,
    BUSY,
    /** ENFILE: the set holds as many elements as its size says. */
    FULL,
    OTHER;

    static NftRefusal of(String stderr) {
        return stderr.lines()
                .map(NftRefusal::ofLine)
                .filter(it -> it != OTHER)
                .findFirst()
                .orElse(OTHER);
    }

    private static NftRefusal ofLine(String line) {
        for (var refusal : values()) {
            if (refusal.signs().stream().anyMatch(line::contains)) {
                return refusal;
            }
        }
        return OTHER;
    }

    private List<String> signs() {
        return switch (this) {
            case UNREACHABLE -> List.of("Cannot open network namespace", "setting the network namespace", "exec of \"");
            case FORBIDDEN -> List.of("Operation not permitted", "Permission denied");
            case MISSING -> List.of("No such file or directory", "does not exist");
            case EXISTS -> List.of("File exists", "overlaps with an existing one");
            case BUSY -> List.of("Device or resource busy");
            case FULL -> List.of("Too many open files in system", "Set is full");
            case OTHER -> List.of();
        };
    }

    /** The kernel found the world otherwise than this alternative supposes. */
    boolean letsTheNextBeTried() {
        return this == MISSING || this == EXISTS || this == BUSY;
    }

    Answer answer(String stderr) {
        var said = new VendorText(stderr);
        return switch (this) {
            case UNREACHABLE -> new Answer.Unreachable(said);
            case FORBIDDEN ->
                new Answer.Unauthorized(new VendorText("nft needs CAP_NET_ADMIN in the network namespace: run Cordon as"
                        + " root, or give the capability to nft; it said: " + stderr));
            case MISSING -> new Answer.NotFound(said);
            case EXISTS, BUSY -> new Answer.Stale(said);
            case FULL -> new Answer.Rejected("full", new VendorText("the set is full, nothing was added: " + stderr));
            case OTHER -> new Answer.Rejected("nft", said);
        };
    }
}
