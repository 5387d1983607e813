package dev.cordon.connectors.endpoint.ssh;

import static dev.cordon.plan.Check.look;
import static dev.cordon.plan.Each.each;
import static dev.cordon.plan.Step.step;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.EvidenceLookup;
import dev.cordon.operation.FetchEvidence;
import dev.cordon.operation.HostScript;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Check.Is;
import dev.cordon.plan.Each;
import dev.cordon.plan.Planned;
import dev.cordon.plan.Read;
import dev.cordon.plan.Step;
import java.time.Duration;
import java.util.List;

/**
 * The memory of the stopped processes, dumped on the host by a job, fetched into the evidence store, and removed from
 * the host once both hashes are equal.
 *
 * @param waived a capture that fails does not stop the action
 */
record MemoryDump(PlatformName on, ProcessFacts facts, boolean waived) {

    private static final String DUMP = "dump their memory";
    private static final Duration AT_MOST = Duration.ofHours(1);
    private static final int MOST_FILES = 4_096;

    List<Planned> parts() {
        return List.of(maybe(dump()), files(), maybe(clear()));
    }

    private Step dump() {
        return step(DUMP)
                .apply(on(Terms.write(on), "mem.dump")
                        .argument("key", Value.key())
                        .argument("tree", Value.saved(ProcessSteps.TREE)))
                .cancel(discard())
                .undo(discard())
                .check(look(job())
                        .expect("/job", "done")
                        .pending("/job", Is.EQUAL, Value.of("running"))
                        .because("/why")
                        .says("their memory is in files on the host")
                        .within(AT_MOST))
                .exact("what was not fetched yet is removed from the host");
    }

    private HostScript discard() {
        return on(Terms.write(on), "mem.discard").argument("key", new Value.Key(DUMP));
    }

    private Each files() {
        return each("dump file", Read.of(job()))
                .members("/files")
                .key("/name")
                .asset("dump file", "/name")
                .atMost(MOST_FILES)
                .steps(maybe(fetch()), maybe(remove()));
    }

    private Step fetch() {
        var from = file(Terms.write(on), "file.read");
        return step("fetch the file")
                .apply(new FetchEvidence(from, Value.item("/sha256"), Value.item("/name")))
                .check(look(new EvidenceLookup(Terms.read(on), Value.item("/sha256")))
                        .expect("/kept", true)
                        .says("the evidence store keeps it, with the hash that it had on the host"))
                .exact("evidence is kept");
    }

    private Step remove() {
        return step("remove it from the host")
                .apply(file(Terms.write(on), "file.remove").argument("sha256", Value.item("/sha256")))
                .check(look(file(Terms.read(on), "file.there"))
                        .expect("/there", false)
                        .says("the host no longer has it"))
                .exact("the evidence store has it");
    }

    private Step clear() {
        return step("clear up")
                .apply(on(Terms.write(on), "mem.clear").argument("key", new Value.Key(DUMP)))
                .check(look(job()).expect("/job", "none").says("nothing of the dump is left on the host"))
                .exact("nothing of it is left");
    }

    private HostScript job() {
        return on(Terms.read(on), "mem.job").argument("key", new Value.Key(DUMP));
    }

    private HostScript file(Terms terms, String operation) {
        return on(terms, operation).argument("key", Value.item("/key")).argument("name", Value.item("/name"));
    }

    private HostScript on(Terms terms, String operation) {
        return HostScript.of(terms, facts.host(), operation);
    }

    private Step maybe(Step step) {
        return waived ? step.asOptional() : step;
    }
}
