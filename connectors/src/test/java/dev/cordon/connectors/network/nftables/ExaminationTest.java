package dev.cordon.connectors.network.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.lab.netns.LabNetwork;
import dev.cordon.lab.netns.NeedsNetworkNamespaces;
import dev.cordon.operation.Answer;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Read;
import dev.cordon.plan.Reader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code platforms test} says. */
@NeedsNetworkNamespaces
class ExaminationTest {

    @TempDir
    private Path folder;

    @Test
    void a_filter_that_may_be_changed_is_fine_and_stays_as_it_is() {
        try (var network = LabNetwork.open();
                var stand = FilterStand.on(folder, network.firewall())) {
            var findings = stand.platform().examine(reader(stand.platform()));

            assertThat(findings)
                    .allSatisfy(finding ->
                            assertThat(finding.fine()).as(finding.what()).isTrue());
            assertThat(findings.getFirst().what()).startsWith("nftables v");
            assertThat(LabNetwork.ruleset(network.firewall())).isEmpty();
        }
    }

    @Test
    void a_namespace_that_is_not_there_cannot_be_examined() {
        try (var stand = FilterStand.on(folder, "no-such-namespace")) {
            var platform = stand.platform();

            assertThatThrownBy(() -> platform.examine(reader(platform)))
                    .isInstanceOf(Reader.CouldNotRead.class)
                    .hasMessageContaining("Cannot open network namespace");
        }
    }

    private static Reader reader(Platform platform) {
        return read -> answer(platform, read);
    }

    private static JsonNode answer(Platform platform, Read read) {
        try {
            var answer = platform.transport().run(read.operation());
            if (answer instanceof Answer.Ok(var body)) {
                return body;
            }
            throw new Reader.CouldNotRead(answer.inWords());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Reader.CouldNotRead("interrupted");
        }
    }
}
