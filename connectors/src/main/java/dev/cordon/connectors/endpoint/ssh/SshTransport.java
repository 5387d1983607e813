package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.operation.Answer;
import dev.cordon.operation.EvidenceLookup;
import dev.cordon.operation.EvidenceStore;
import dev.cordon.operation.FetchEvidence;
import dev.cordon.operation.HostScript;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import dev.cordon.transport.program.ShellText;
import dev.cordon.transport.ssh.HostScripts;
import java.time.Duration;

/** The host script, and what it fetches. */
record SshTransport(HostScripts scripts) implements Transport {

    @Override
    public Answer run(Operation operation) throws InterruptedException {
        if (operation instanceof HostScript script) {
            return scripts.run(script);
        }
        throw foreign(operation);
    }

    @Override
    public Answer fetch(FetchEvidence operation, EvidenceStore store) throws InterruptedException {
        return scripts.fetch(operation, store);
    }

    @Override
    public Duration patience() {
        return scripts.patience();
    }

    @Override
    public String render(Operation operation) {
        return switch (operation) {
            case HostScript script -> scripts.render(script);
            case FetchEvidence fetch ->
                scripts.render(fetch.from().argument("offset", 0)) + " > " + ShellText.word(fetch.sha256());
            case EvidenceLookup lookup -> "sha256sum evidence/" + ShellText.word(lookup.sha256());
            default -> throw foreign(operation);
        };
    }

    @Override
    public String brief(Operation operation) {
        return switch (operation) {
            case HostScript script -> scripts.brief(script);
            case FetchEvidence fetch -> scripts.brief(fetch.from()) + " into the evidence store";
            default -> render(operation);
        };
    }

    private static IllegalArgumentException foreign(Operation operation) {
        return new IllegalArgumentException("no operation of a host over SSH: " + operation);
    }
}
