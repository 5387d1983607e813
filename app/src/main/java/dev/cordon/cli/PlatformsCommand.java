package dev.cordon.cli;

import dev.cordon.action.ActionKind;
import dev.cordon.configuration.ConfiguredPlatform;
import dev.cordon.report.TextTable;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the configured platforms. Connects to nothing. */
@Command(name = "platforms", description = "Lists the configured platforms and what each can carry.")
final class PlatformsCommand implements Task {

    private final Workplace workplace;

    PlatformsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() {
        var configured = workplace.configuration().platforms();
        var place = workplace.configurationPlace();
        if (place.isMissing()) {
            workplace.console().note(place.missing());
        }
        return new Ending.Result(ExitCode.DONE, text(configured), json(configured));
    }

    private static String text(List<ConfiguredPlatform> configured) {
        if (configured.isEmpty()) {
            return "no platform is configured\n";
        }
        var table = new TextTable().row("NAME", "TYPE", "CARRIES");
        configured.forEach(platform -> table.row(
                platform.name().value(),
                platform.type().name(),
                String.join(", ", carried(platform).toList())));
        return table.toString();
    }

    private static ObjectNode json(List<ConfiguredPlatform> configured) {
        var json = JsonNodeFactory.instance.objectNode();
        var platforms = json.putArray("platforms");
        for (var platform : configured) {
            var one = platforms
                    .addObject()
                    .put("name", platform.name().value())
                    .put("type", platform.type().name());
            carried(platform).forEach(one.putArray("carries")::add);
        }
        return json;
    }

    private static Stream<String> carried(ConfiguredPlatform platform) {
        return platform.type().carries().stream().sorted().map(ActionKind::key);
    }
}
