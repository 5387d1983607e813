package dev.cordon.transport.nft;

import dev.cordon.operation.Answer;
import dev.cordon.operation.NftTransaction;
import dev.cordon.operation.Value;
import dev.cordon.operation.VendorText;
import dev.cordon.transport.program.Programs;
import dev.cordon.transport.program.Ran;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Runs transactions by {@code nft -j -f -}, and renders them as that command with its input in a here-document.
 *
 * <p>A transaction is whole or it is nothing, also when nft is killed half-way. Safe for any number of threads: where
 * another commits in between, nft itself begins anew.
 *
 * @param program {@code nft}, or its absolute path
 * @param clock measures how long a busy chain is waited for
 */
public record Nft(Programs programs, String program, Clock clock) {

    /** The kernel collects expired elements of a hash once in about a second; until then they hold their chain. */
    private static final Duration COLLECTED_WITHIN = Duration.ofSeconds(3);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Answer run(NftTransaction transaction) throws InterruptedException {
        if (!transaction.before().isEmpty()) {
            var before = attempt(transaction.before());
            if (!(before instanceof Tried.Refused) && !(before.answer() instanceof Answer.Ok)) {
                return before.answer();
            }
        }
        var until = clock.instant().plus(COLLECTED_WITHIN);
        while (true) {
            var tried = firstAccepted(transaction);
            var busy = tried instanceof Tried.Refused(var why, var _) && why == NftRefusal.BUSY;
            if (!busy || !clock.instant().isBefore(until)) {
                return tried.answer();
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    /** What one alternative, or the last of several, came to. */
    private sealed interface Tried {
        Answer answer();

        record Over(Answer answer) implements Tried {}

        record Refused(NftRefusal why, String stderr) implements Tried {
            @Override
            public Answer answer() {
                return why.answer(stderr);
            }
        }
    }

    private Tried firstAccepted(NftTransaction transaction) throws InterruptedException {
        var tried = attempt(transaction.alternatives().getFirst());
        for (var next : transaction.alternatives().stream().skip(1).toList()) {
            if (!(tried instanceof Tried.Refused(var why, var _) && why.letsTheNextBeTried())) {
                return tried;
            }
            tried = attempt(next);
        }
        return tried;
    }

    private Tried attempt(List<Value> commands) throws InterruptedException {
        if (commands.isEmpty()) {
            return new Tried.Over(new Answer.Ok(nothing()));
        }
        return switch (programs.run(argv(), document(commands))) {
            case Ran.Ended(var exit, var stdout, var _) when exit == 0 -> new Tried.Over(parsed(stdout));
            case Ran.Ended(var _, var _, var stderr) -> new Tried.Refused(NftRefusal.of(stderr), stderr);
            case Ran.NotEnded notEnded -> new Tried.Over(notEnded.answer());
        };
    }

    private List<String> argv() {
        return List.of(program, "-j", "-f", "-");
    }

    private static String document(List<Value> commands) {
        return JSON.writeValueAsString(JsonNodeFactory.instance
                .objectNode()
                .set("nftables", Value.row(commands).json()));
    }

    /** A writing transaction prints nothing. */
    private static Answer parsed(String stdout) {
        if (stdout.isBlank()) {
            return new Answer.Ok(nothing());
        }
        try {
            return new Answer.Ok(JSON.readTree(stdout));
        } catch (JacksonException e) {
            return new Answer.Rejected("not JSON", new VendorText(String.valueOf(e.getOriginalMessage())));
        }
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode().set("nftables", JsonNodeFactory.instance.arrayNode());
    }

    /** As nft would have it, for reading. */
    public String brief(NftTransaction transaction) {
        return NftWords.of(transaction);
    }

    public String render(NftTransaction transaction) {
        return HereDocuments.of(programs.render(argv().stream().map(Value::of).toList()), transaction);
    }
}
