package dev.cordon.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.Anchors;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunId;
import dev.cordon.operation.FetchEvidence;
import dev.cordon.operation.HostScript;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.paper.PaperPlan;
import dev.cordon.paper.PaperRun;
import dev.cordon.plan.PlannedAction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the evidence that a record names is there; the chains themselves are followed in the journal's own tests. */
class AuditTest {

    private static final RunId RUN = new RunId("RUN-1");
    private static final PlannedAction ACTION = PaperPlan.block();
    private static final String SHA256 =
            "c0535e4be2b79ffd93291305436bf889314e4a3faec05ecffcbb7df31ad9e51a"; // Hello world!

    @TempDir
    Path folder;

    private DataFolder data;

    @BeforeEach
    void open() {
        data = DataFolder.open(folder.resolve("data"), Clock.fixed(PaperRun.START, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void evidence_that_is_there_is_counted() {
        keep();
        record(PaperRun.answered(ACTION, "fetch"));

        var audit = audit();

        assertThat(audit.whole()).isTrue();
        assertThat(audit.text()).contains("whole", "; evidence: 1 of 1 there", "1 run: 1 whole, 0 broken.");
    }

    @Test
    void evidence_whose_answer_was_lost_counts_once_a_look_has_found_it() {
        keep();
        record(PaperRun.confirmed(ACTION, "fetch"));

        assertThat(audit().toJson().at("/runs/0/evidence").intValue()).isOne();
    }

    @Test
    void evidence_that_never_came_is_not_missed() {
        record();

        assertThat(audit().whole()).isTrue();
        assertThat(audit().toJson().at("/runs/0/evidence").intValue()).isZero();
    }

    @Test
    void evidence_that_is_gone_is_named_with_what_it_was_and_what_to_do() {
        record(PaperRun.answered(ACTION, "fetch"));

        var audit = audit();

        assertThat(audit.whole()).isFalse();
        assertThat(audit.text())
                .contains("BROKEN", "; evidence: 0 of 1 there", "restore the folder 'evidence' from a backup")
                .contains(SHA256 + "  memory of evil of web1");
        assertThat(audit.toJson().at("/runs/0/lost/0/sha256").stringValue()).isEqualTo(SHA256);
        assertThat(audit.toJson().at("/runs/0/intact").booleanValue()).isTrue();
    }

    @Test
    void evidence_that_was_changed_is_no_longer_there() throws IOException {
        keep();
        record(PaperRun.answered(ACTION, "fetch"));
        Files.writeString(folder.resolve("data/evidence").resolve(SHA256), "Hello World!");

        assertThat(audit().whole()).isFalse();
    }

    private void keep() {
        try (var incoming = data.evidence().incoming(SHA256)) {
            incoming.write(ByteBuffer.wrap("Hello world!".getBytes(UTF_8)));
            assertThat(incoming.finish()).isTrue();
        }
    }

    private void record(Event... events) {
        var script = HostScript.of(Terms.write(ACTION.on()), "web1", "file.read");
        var fetch = new FetchEvidence(script, Value.of(SHA256), Value.of("memory of evil"));
        var run = new PaperRun(ACTION).add(PaperRun.intended(ACTION, "fetch", fetch));
        for (var event : events) {
            run = run.add(event);
        }
        run.entries().forEach(entry -> data.journal().append(RUN, entry.kind(), entry.body()));
    }

    private Audit audit() {
        return new Audit(List.of(Audited.of(data.journal(), Anchors.NONE, data.evidence(), RUN)), false);
    }
}
