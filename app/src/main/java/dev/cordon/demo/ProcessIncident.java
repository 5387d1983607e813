package dev.cordon.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.journal.Status;
import dev.cordon.lab.ssh.EmbeddedSshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The second incident: somebody's processes run on a host, and are to be ended. The host is this machine, reached over
 * SSH through a server inside the demo, as any other host would be.
 */
final class ProcessIncident {

    private ProcessIncident() {}

    /** Says what was observed; returns when nothing of it is left. */
    static void play(Witness witness, Path folder) throws IOException, InterruptedException {
        witness.heading("A second incident, on a host");
        witness.line("Starting an SSH server inside the demo, which leads to this very machine …");
        try (var server = EmbeddedSshServer.start(folder);
                var miner = Miner.start(folder);
                var workbench = workbench(folder, server, witness)) {
            contain(witness, folder, miner, workbench);
        }
    }

    private static void contain(Witness witness, Path folder, Miner miner, Workbench workbench)
            throws IOException, InterruptedException {
        witness.observed("the miner works, with " + miner.below() + " processes below it", miner.works());

        witness.heading("The playbook, and its plan; nothing has been changed yet");
        var playbook = playbook(miner.pid());
        witness.block(playbook);
        var plan = workbench.plan(Files.writeString(folder.resolve("playbook.yaml"), playbook, UTF_8));
        witness.line("");
        witness.block(workbench.text(plan));
        witness.observed("the miner, still untouched, works", miner.works());

        witness.heading("Apply: all of it is stopped first, then killed, then watched for ten seconds");
        witness.stands(workbench.apply(plan), Status.COMPLETED);

        witness.heading("What is true now");
        witness.observed("the miner and all that was below it are gone", miner.isGone());
        witness.line("  A killed process does not come back: this is one of the actions that cannot be undone, and the"
                + " plan said so.");
        witness.line("  No memory was kept: that needs root on the host (or an account that may trace the process), and"
                + " the demo needs neither.");
    }

    private static String playbook(long pid) {
        return """
            incident_id: INC-DEMO-2
            name: A miner runs on web1
            analyst: demo
            actions:
              - id: kill
                terminate_process:
                  hostname: web1
                  process_name: demo-miner
                  process_id: %d
                  create_memory_dump: false     # the demo is not root, and the memory of its own processes is dull
                  reason: it mines coins for somebody else
            """.formatted(pid);
    }

    private static Workbench workbench(Path folder, EmbeddedSshServer server, Witness witness) throws IOException {
        var configuration = """
                platforms:
                  linux:
                    type: ssh
                    user: demo
                    key: "file:%s"
                    known_hosts: "file:%s"
                    hosts: { web1: "%s" }
                """.formatted(server.privateKey(), server.knownHosts(), server.address());
        var file = Files.writeString(folder.resolve("cordon.yaml"), configuration, UTF_8);
        return new Workbench(file, folder.resolve("data"), Map.of(), witness::happened);
    }
}
