package dev.cordon.transport.http;

import static dev.cordon.lab.http.Behaviour.ok;
import static dev.cordon.transport.http.Vendors.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.lab.http.ScriptedVendor;
import dev.cordon.lab.http.SelfSigned;
import dev.cordon.operation.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    @Test
    void a_certificate_of_a_given_authority_is_believed() throws Exception {
        var own = SelfSigned.certificate(folder, "ip:127.0.0.1");
        try (var vendor = ScriptedVendor.startWithTls(own.keys(), ok("{}"));
                var transport = Vendors.transport(Vendors.trusting(vendor.url(), own.certificate()), CLOCK)) {
            assertThat(transport.run(WRITE)).isInstanceOf(Answer.Ok.class);
        }
    }

    @Test
    void a_certificate_of_nobody_known_is_not_and_nothing_is_sent() throws Exception {
        var own = SelfSigned.certificate(folder, "ip:127.0.0.1");
        try (var vendor = ScriptedVendor.startWithTls(own.keys(), ok("{}"));
                var transport = Vendors.to(vendor, CLOCK)) {
            assertThat(transport.run(WRITE)).isInstanceOf(Answer.Unreachable.class);
            assertThat(vendor.asked()).isEmpty();
        }
    }

    @Test
    void a_certificate_for_another_name_is_not_and_nothing_is_sent() throws Exception {
        var other = SelfSigned.certificate(folder, "dns:other.example");
        try (var vendor = ScriptedVendor.startWithTls(other.keys(), ok("{}"));
                var transport = Vendors.transport(Vendors.trusting(vendor.url(), other.certificate()), CLOCK)) {
            assertThat(transport.run(WRITE)).isInstanceOf(Answer.Unreachable.class);
            assertThat(vendor.asked()).isEmpty();
        }
    }

    @Test
    void a_file_without_a_certificate_is_refused_before_anything_is_asked() throws Exception {
        var file = Files.writeString(folder.resolve("ca.pem"), "nothing");

        assertThatThrownBy(() -> Vendors.transport(Vendors.trusting("https://ns1.corp.example", file), CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ca.pem");
    }
}
