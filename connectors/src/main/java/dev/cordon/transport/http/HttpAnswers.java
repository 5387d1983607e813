package dev.cordon.transport.http;

import dev.cordon.operation.Answer;
import dev.cordon.operation.HttpCall;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an answer means for what may be done next, by its status (RFC 9110 §15).
 *
 * <p>A success that is not what it says it is (no JSON, more than was to be read) was carried out perhaps, perhaps by
 * somebody else than the vendor: only a look can tell.
 *
 * @param now for when to try again
 */
record HttpAnswers(Instant now, VendorWords words) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What a later request may refer to: the version that was read, and where the thing is that was made. */
    private static final List<String> WORTH_POINTING_AT = List.of("etag", "location");

    Answer answer(HttpCall call, HttpResponse<byte[]> response) {
        var status = response.statusCode();
        if (200 <= status && status < 300) {
            return success(call, response);
        }
        var throttling = new Throttling(now, response.headers());
        var said = words.in(status, response.body());
        return switch (status) {
            case 401, 403, 407 -> new Answer.Unauthorized(said);
            case 404, 410 ->
                call.mayBeMissing() ? ok(response, JsonNodeFactory.instance.nullNode()) : new Answer.NotFound(said);
            case 409, 412 -> new Answer.Stale(said);
            case 425, 429 -> new Answer.Throttled(throttling.notBefore());
            case 408 -> new Answer.Unanswered(said);
            case 501, 505 -> new Answer.Rejected(String.valueOf(status), said);
            case 503 ->
                throttling.toldUntil().<Answer>map(Answer.Throttled::new).orElse(new Answer.Unanswered(said));
            default ->
                300 <= status && status < 500
                        ? new Answer.Rejected(String.valueOf(status), said) // a redirect is not followed
                        : new Answer.Unanswered(said);
        };
    }

    private Answer success(HttpCall call, HttpResponse<byte[]> response) {
        if (response.body().length == 0) {
            return call.terms().read()
                    ? new Answer.Unanswered(words.masked("an empty answer, where JSON was asked for"))
                    : ok(response, JsonNodeFactory.instance.nullNode());
        }
        try {
            return ok(response, MAPPER.readTree(response.body()));
        } catch (JacksonException _) { // whose message repeats the answer
            return new Answer.Unanswered(words.in(response.statusCode(), response.body()));
        }
    }

    private static Answer ok(HttpResponse<byte[]> response, JsonNode body) {
        var answer = JsonNodeFactory.instance.objectNode().put("status", response.statusCode());
        answer.set("headers", worthPointingAt(response.headers()));
        answer.set("body", body);
        return new Answer.Ok(answer);
    }

    private static JsonNode worthPointingAt(HttpHeaders headers) {
        var kept = JsonNodeFactory.instance.objectNode();
        WORTH_POINTING_AT.forEach(name -> headers.firstValue(name).ifPresent(value -> kept.put(name, value)));
        return kept;
    }
}
