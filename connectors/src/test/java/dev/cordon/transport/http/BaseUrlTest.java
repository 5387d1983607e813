package dev.cordon.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ns1.corp.example", "https://ns1.corp.example:8443/dns/v1", "https://[2001:db8::1]:8081",
                "http://127.0.0.1:8081", "http://localhost:8081", "http://[::1]:8081"
            })
    void an_interface_is_given_by_its_address(String text) {
        assertThat(new BaseUrl(text)).hasToString(text);
    }

    @Test
    void a_slash_at_the_end_does_not_count() {
        assertThat(new BaseUrl("https://ns1.corp.example/api/")).hasToString("https://ns1.corp.example/api");
    }

    @Test
    void its_host_has_no_brackets() {
        assertThat(new BaseUrl("https://[2001:db8::1]:8081/x").host()).isEqualTo("2001:db8::1");
    }

    @Test
    void elsewhere_a_credential_does_not_travel_readable() {
        assertThatThrownBy(() -> new BaseUrl("http://ns1.corp.example:8081")).hasMessageContaining("write https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ns1",
                "ftp://ns1",
                "https://",
                "https://u:sesame@ns1",
                "https://ns1?key=sesame",
                "https://ns1#x",
                "https://ns1/../x",
                "https://ns1/%2e%2e",
                "https://ns1:0",
                "https://ns1:70000",
                "https://ns1 x",
                "https://ns1\r\nX: y",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "https://-ns_1-"
            })
    void anything_else_is_refused_without_repeating_what_may_be_a_password(String text) {
        assertThatThrownBy(() -> new BaseUrl(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("sesame");
    }
}
