package dev.cordon.execution;

import dev.cordon.action.PlatformName;
import dev.cordon.journal.SealedSecrets;
import dev.cordon.operation.Answer;
import dev.cordon.operation.Edit;
import dev.cordon.operation.EvidenceLookup;
import dev.cordon.operation.EvidenceStore;
import dev.cordon.operation.FetchEvidence;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import dev.cordon.plan.Platform;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;

/** Brings an operation to whoever carries it out: its platform's transport, or Cordon's own evidence store. */
record Sending(Function<PlatformName, Platform> platforms, EvidenceStore evidence, SealedSecrets secrets, Pace pace) {

    /** For operations that hold no secret. */
    Sending(Function<PlatformName, Platform> platforms, EvidenceStore evidence, Pace pace) {
        this(platforms, evidence, SealedSecrets.NONE, pace);
    }

    Answer send(Operation operation) throws InterruptedException {
        return new Unsealing(secrets).around(operation, this::carryOut);
    }

    private Answer carryOut(Operation operation) throws InterruptedException {
        return switch (operation) {
            case EvidenceLookup lookup -> answer(lookup);
            case Edit edit -> new Editing(this, edit).carryOut();
            case FetchEvidence fetch -> transport(fetch).fetch(fetch, evidence);
            default -> transport(operation).run(operation);
        };
    }

    Platform platform(Operation operation) {
        return platforms.apply(operation.terms().on());
    }

    Transport transport(Operation operation) {
        return platform(operation).transport();
    }

    private Answer answer(EvidenceLookup lookup) {
        var size = evidence.kept(lookup.sha256().text());
        var body = JsonNodeFactory.instance.objectNode().put("kept", size.isPresent());
        size.ifPresent(bytes -> body.put("size", bytes));
        return new Answer.Ok(body);
    }
}
