package dev.cordon.transport.http;

import dev.cordon.operation.Pointer;
import dev.cordon.operation.VendorText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a vendor said, without the secret that it may repeat. Where the secret is so short that its mask would give it
 * away, what was said is left out.
 */
record VendorWords(String secret) {

    private static final int SHORTEST_MASKED = 4;
    private static final int MOST = 4_096;

    /** Where vendors put the sentence; the first that is there is taken. RFC 9457 and those of the sheets. */
    private static final List<Pointer> SENTENCES = List.of(
            new Pointer("/error/message"),
            new Pointer("/error"),
            new Pointer("/errors/0/message"),
            new Pointer("/errors/0"),
            new Pointer("/errorSummary"),
            new Pointer("/detail"),
            new Pointer("/message"),
            new Pointer("/title"));

    /** The sentence in the body of an answer that is no success, or the beginning of what stands there instead. */
    VendorText in(int status, byte[] body) {
        var text = new String(body, 0, Math.min(body.length, MOST), StandardCharsets.UTF_8);
        var said = sentence(body).orElse(text).strip();
        return masked(said.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + said);
    }

    VendorText masked(String said) {
        if (said.contains(secret) && secret.length() < SHORTEST_MASKED) {
            return new VendorText("what was said is left out, because it holds the credential");
        }
        return new VendorText(said.replace(secret, "***"));
    }

    private static Optional<String> sentence(byte[] body) {
        try {
            var json = JsonMapper.shared().readTree(body);
            return SENTENCES.stream()
                    .map(pointer -> pointer.in(json))
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue)
                    .findFirst();
        } catch (JacksonException _) { // an answer of another kind: its text is what was said
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "VendorWords";
    }
}
