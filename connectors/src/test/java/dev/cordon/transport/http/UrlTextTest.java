package dev.cordon.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.operation.HttpCall;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.test.",
                "a/b",
                "../../etc/passwd",
                "%2e%2e%2f",
                "a?b#c",
                "a\r\nHost: evil",
                "\0",
                "a b+c",
                "é\u202E😀",
                ";=&$(id)`id`",
                "{}",
                "..;/",
                "\\..\\",
                "//evil.example/"
            })
    void whatever_stands_in_a_place_arrives_there_whole_and_nowhere_else(String hostile) {
        var call =
                HttpCall.get(Terms.read(Vendors.ON), "/zones/{}/keys", hostile).query("q", Value.of(hostile));

        var target = URI.create("http://127.0.0.1" + UrlText.of(call));

        assertThat(target.getHost()).isEqualTo("127.0.0.1");
        var segments = target.getRawPath().split("/", -1);
        assertThat(segments).hasSize(4).startsWith("", "zones").endsWith("keys");
        assertThat(decoded(segments[2])).isEqualTo(hostile);
        assertThat(decoded(target.getRawQuery())).isEqualTo("q=" + hostile);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
