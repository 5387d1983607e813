package dev.cordon.cli;

import dev.cordon.action.PlatformName;
import dev.cordon.cli.Ending.Stopped;
import dev.cordon.cli.Ending.Trouble;
import dev.cordon.document.Place;
import dev.cordon.document.Printable;
import dev.cordon.document.Problems;
import dev.cordon.execution.Examiner;
import dev.cordon.execution.Platforms;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Platform.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asks the configured platforms whether they are there and what the credential lacks, by reads alone. */
@Command(
        name = "test",
        description =
                "Asks whether the platforms are reachable and what the credential lacks. Sends nothing but reads.")
final class PlatformsTestCommand implements Task {

    private final Workplace workplace;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "One platform; all of them where left out.")
    private Optional<String> name = Optional.empty();

    PlatformsTestCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() {
        try (var platforms = workplace.platforms()) {
            var examiner = new Examiner(platforms, workplace.surroundings().pace());
            var found = new LinkedHashMap<Platform, List<Finding>>();
            chosen(platforms).forEach(platform -> found.put(platform, examiner.examine(platform)));
            var fine = found.values().stream().allMatch(PlatformsTestCommand::fine);
            return new Ending.Result(fine ? ExitCode.DONE : ExitCode.FAILED, text(found), json(found));
        }
    }

    private List<Platform> chosen(Platforms platforms) {
        if (name.isEmpty()) {
            return platforms.all();
        }
        var wanted = name.get();
        var named = platforms.all().stream()
                .filter(platform -> platform.name().value().equals(wanted))
                .toList();
        if (named.isEmpty()) {
            throw new Stopped(unknown(wanted, platforms));
        }
        return named;
    }

    private static Trouble unknown(String wanted, Platforms platforms) {
        var problems = new Problems();
        problems.unknown(
                Place.of("NAME"),
                Printable.quoted(wanted) + " is no configured platform",
                wanted,
                platforms.all().stream()
                        .map(Platform::name)
                        .map(PlatformName::value)
                        .toList());
        return Trouble.badInput(problems.list());
    }

    private static boolean fine(List<Finding> findings) {
        return findings.stream().allMatch(Finding::fine);
    }

    private static String text(Map<Platform, List<Finding>> found) {
        var text = new StringBuilder();
        found.forEach((platform, findings) -> {
            text.append(platform.name()).append(" (").append(platform.type()).append(")\n");
            findings.forEach(finding -> text.append(finding.fine() ? "  ok   " : "  FAIL ")
                    .append(finding.what())
                    .append('\n'));
        });
        return text.isEmpty() ? "no platform is configured\n" : text.toString();
    }

    private static ObjectNode json(Map<Platform, List<Finding>> found) {
        var json = JsonNodeFactory.instance.objectNode();
        var platforms = json.putArray("platforms");
        found.forEach((platform, findings) -> {
            var one = platforms
                    .addObject()
                    .put("name", platform.name().value())
                    .put("type", platform.type())
                    .put("fine", fine(findings));
            var each = one.putArray("findings");
            findings.forEach(
                    finding -> each.addObject().put("fine", finding.fine()).put("what", finding.what()));
        });
        return json;
    }
}
