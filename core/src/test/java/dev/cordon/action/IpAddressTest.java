package dev.cordon.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    /** The examples of RFC 5952 §4 and §5, and the edges of its rule for {@code ::}. */
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "0.0.0.0, 0.0.0.0",
        "2001:0db8::0001, 2001:db8::1",
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:DB8::AAAA, 2001:db8::aaaa",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:0:0:0:0:0, 1::",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::FFFF:c000:0201, 192.0.2.1",
        "::192.0.2.1, ::c000:201",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221"
    })
    void address_has_one_spelling(String written, String canonical) {
        assertThat(IpAddress.parse(written)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "192.0.2",
                "10.1",
                "3221225985",
                "0x7f.0.0.1",
                "010.0.0.1",
                "192.0.2.007",
                "192.0.2.256",
                "192.0.2.7.1",
                "192.0.2.7:443",
                " 192.0.2.7",
                "192.0.2.7\n",
                "١٩٢.0.2.7",
                "fe80::1%eth0",
                "fe80::1%0",
                "[2001:db8::1]",
                "2001:db8::1::2",
                "2001:db8:1:2:3:4:5:6:7",
                "2001:db8:1:2:3:4:5",
                "2001:db8::12345",
                ":::",
                ":",
                "1:",
                "::ffff:010.0.0.1",
                "localhost",
                "evil.example"
            })
    void anything_but_a_plain_literal_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpAddress.parse(text))
                .withMessageContaining("is no address");
    }

    @Test
    void ipv4_comes_before_ipv6_and_numbers_before_letters() {
        var sorted = Stream.of("2001:db8::1", "10.0.0.1", "9.255.255.255", "::1", "203.0.113.1")
                .map(IpAddress::parse)
                .sorted()
                .map(IpAddress::toString);

        assertThat(sorted).containsExactly("9.255.255.255", "10.0.0.1", "203.0.113.1", "::1", "2001:db8::1");
    }

    @Property
    void any_ipv4_address_is_read_back_from_its_spelling(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        var java = InetAddress.getByAddress(bytes);

        var address = IpAddress.parse(java.getHostAddress());

        assertThat(address.bytes()).isEqualTo(bytes);
        assertThat(address.isV4()).isTrue();
        assertThat(address.bits()).isEqualTo(32);
    }

    @Property
    void any_ipv6_address_has_one_spelling_that_is_read_back(@ForAll @Size(16) byte[] bytes)
            throws UnknownHostException {
        var java = InetAddress.getByAddress(bytes);

        var address = IpAddress.parse(java.getHostAddress());

        assertThat(address.bytes()).isEqualTo(java.getAddress());
        assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
        assertThat(address.toString())
                .matches("[0-9a-f:]+|[0-9.]+")
                .doesNotContain(":::")
                .doesNotContainPattern("(^|:)0[0-9a-f]");
    }

    @Property
    void any_text_is_an_address_or_refused_with_a_reason(@ForAll String text) {
        assertAddressOrReason(text);
    }

    @Property
    void any_text_of_address_letters_is_an_address_or_refused_with_a_reason(
            @ForAll @Chars({'0', '1', 'f', ':', '.', '%', '/'}) String text) {
        assertAddressOrReason(text);
    }

    private static void assertAddressOrReason(String text) {
        try {
            var address = IpAddress.parse(text);
            assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("is no address");
        }
    }
}
