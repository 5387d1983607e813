package dev.cordon.transport.ssh;

import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;
import dev.cordon.transport.program.Ran;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads the one line that the script prints, and its exit code. */
final class HostScriptAnswer {

    private static final String MARK = "CORDON {";
    private static final String ENCODED = "b64:";
    private static final int TIMED_OUT = 124;
    private static final int KILLED = 137;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HostScriptAnswer() {}

    static Answer of(Ran ran) {
        return switch (ran) {
            case Ran.Ended ended -> of(ended);
            case Ran.NotEnded notEnded -> notEnded.answer();
        };
    }

    private static Answer of(Ran.Ended ended) {
        if (ended.exit() == TIMED_OUT || ended.exit() == KILLED) {
            return new Answer.Unanswered(new VendorText("the host ended the operation: it took too long"));
        }
        var body = line(ended.stdout()).or(() -> line(ended.stderr()));
        if (ended.exit() == 0 && body.isPresent()) {
            return new Answer.Ok(body.get());
        }
        var why = body.map(said -> said.path("why").stringValue("")).orElseGet(() -> words(ended));
        return switch (ended.exit()) {
            case 0 -> new Answer.Unanswered(new VendorText("the host's answer was cut short: " + why));
            case 3 -> new Answer.Stale(new VendorText(why));
            case 5 -> new Answer.NotFound(new VendorText(why));
            default -> new Answer.Rejected(code(body, ended.exit()), new VendorText(why));
        };
    }

    private static String code(Optional<JsonNode> body, int exit) {
        return body.map(said -> said.path("code").stringValue("")).orElse("exit " + exit);
    }

    private static String words(Ran.Ended ended) {
        return ended.stderr().isBlank() ? "exit " + ended.exit() : ended.stderr();
    }

    private static Optional<JsonNode> line(String out) {
        return out.lines().filter(line -> line.startsWith(MARK)).findFirst().flatMap(line -> {
            try {
                return Optional.of(decoded(JSON.readTree(line.substring(MARK.length() - 1))));
            } catch (JacksonException | IllegalArgumentException _) {
                return Optional.empty(); // cut short, so nothing is known
            }
        });
    }

    /** Every text that the host gave, out of its base64. */
    private static JsonNode decoded(JsonNode node) {
        return switch (node) {
            case StringNode text
            when text.stringValue().startsWith(ENCODED) ->
                StringNode.valueOf(new String(
                        Base64.getDecoder().decode(text.stringValue().substring(ENCODED.length())),
                        StandardCharsets.UTF_8));
            case ObjectNode object -> {
                var clear = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> clear.set(field.getKey(), decoded(field.getValue())));
                yield clear;
            }
            case ArrayNode array -> {
                var clear = JsonNodeFactory.instance.arrayNode();
                array.values().forEach(item -> clear.add(decoded(item)));
                yield clear;
            }
            default -> node;
        };
    }
}
