package dev.cordon.transport.http;

import static dev.cordon.lab.http.Behaviour.ok;
import static dev.cordon.transport.http.Vendors.ON;
import static dev.cordon.transport.http.Vendors.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.document.SecretRef;
import dev.cordon.lab.http.ScriptedVendor;
import dev.cordon.lab.netns.Tool;
import dev.cordon.operation.HttpCall;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurlCommandTest {

    private static final HttpCall HOSTILE = HttpCall.patch(Terms.write(ON), "/zones/{}", "$(id)/'; \"${x}")
            .query("q", Value.of("`id` &"))
            .header("If-Match", Value.of("\"$(id)'\""))
            .json(Value.tree(
                    Map.of("it's $(id)", Value.row(Value.of("\\ \" ' `id`"), Value.of(7), Value.saved("id")))));

    @Test
    void the_secret_is_put_in_by_the_shell() {
        var fromFile = new SecretHeader("X-API-Key", new SecretRef.FromFile(Path.of("/run/a key")));
        var server = new HttpServer(
                new BaseUrl("https://ns1.corp.example"),
                Optional.of(Path.of("/etc/ca.pem")),
                fromFile,
                HttpLimits.USUAL);

        assertThat(new CurlCommand(server).of(HttpCall.delete(Terms.write(ON), "/zones/{}", "evil.test.")))
                .isEqualTo(
                        "curl -sS --globoff --path-as-is --fail-with-body --max-time 30 --cacert /etc/ca.pem -X DELETE"
                                + " -H \"X-API-Key: $(cat '/run/a key')\" https://ns1.corp.example/zones/evil.test.");
    }

    @Test
    void its_heart_is_the_method_the_path_and_what_is_sent() {
        var call = HttpCall.post(Terms.write(ON), "/zones").json(Value.tree(Map.of("account", Value.key())));

        assertThat(CurlCommand.heart(call)).isEqualTo("POST /zones {\"account\":\"${key}\"}");
    }

    @Test
    void pasted_into_a_shell_it_sends_what_the_transport_sends() throws Exception {
        assumeTrue(Tool.isThere("curl"), "curl is not installed: apt-get install curl");
        try (var vendor = ScriptedVendor.start(ok("{}"));
                var transport = Vendors.to(vendor, Clock.systemUTC())) {
            transport.run(HOSTILE.with(_ -> Value.of("7f")));

            var pasted = "KEY=" + SECRET + "; id=7f; " + transport.render(HOSTILE);
            assertThat(Tool.output(List.of("bash", "-c", pasted), "")).isEqualTo("{}");

            var sent = vendor.asked();
            assertThat(sent.get(1).method()).isEqualTo(sent.get(0).method());
            assertThat(sent.get(1).target()).isEqualTo(sent.get(0).target());
            assertThat(sent.get(1).body()).isEqualTo(sent.get(0).body());
            assertThat(sent.get(1).headers())
                    .containsEntry("if-match", sent.get(0).headers().get("if-match"))
                    .containsEntry("x-api-key", SECRET);
        }
    }
}
