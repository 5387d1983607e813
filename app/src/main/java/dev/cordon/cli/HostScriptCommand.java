package dev.cordon.cli;

import dev.cordon.transport.ssh.HostScriptText;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.JsonNodeFactory;

/** Prints what runs on hosts, for whoever wants to read it, or to have it on the day when Cordon itself is down. */
@Command(
        name = "host-script",
        description = "Prints the script that runs on hosts over SSH; commands in full read it from cordon-host.sh.")
final class HostScriptCommand implements Task {

    @Override
    public Ending run() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("sha256", HostScriptText.digest().value())
                .put("script", HostScriptText.text());
        return new Ending.Result(ExitCode.DONE, HostScriptText.text(), json);
    }
}
