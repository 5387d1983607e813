package dev.cordon.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "198.51.100.0/24, 198.51.100.0/24",
        "198.51.100.7, 198.51.100.7/32",
        "0.0.0.0/0, 0.0.0.0/0",
        "::/0, ::/0",
        "2001:0DB8::/32, 2001:db8::/32",
        "2001:db8::7, 2001:db8::7/128",
        "::ffff:198.51.100.0/120, 198.51.100.0/24",
        "::ffff:198.51.100.7/128, 198.51.100.7/32"
    })
    void network_has_one_spelling(String written, String canonical) {
        assertThat(Cidr.parse(written)).hasToString(canonical);
    }

    @Test
    void bits_behind_the_prefix_are_refused_with_both_readings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cidr.parse("198.51.100.7/24"))
                .withMessage("198.51.100.7/24 names a host inside a network;"
                        + " write 198.51.100.0/24 for the network, or 198.51.100.7 for the host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/24",
                "198.51.100.0/",
                "198.51.100.0/33",
                "198.51.100.0/024",
                "198.51.100.0/+24",
                "198.51.100.0/-1",
                "198.51.100.0/24/24",
                "198.51.100.0/255.255.255.0",
                "198.51.100.0 /24",
                "2001:db8::/129",
                "2001:db8::/999",
                "::ffff:198.51.100.0/24",
                "fe80::%eth0/64",
                "evil.example/24"
            })
    void anything_but_an_address_or_a_network_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cidr.parse(text))
                .withMessageMatching(".* is no (address|network).*");
    }

    @Test
    void network_contains_its_members_and_nothing_of_the_other_family() {
        var network = Cidr.parse("10.0.0.0/8");

        assertThat(network.contains(IpAddress.parse("10.255.255.255"))).isTrue();
        assertThat(network.contains(IpAddress.parse("11.0.0.0"))).isFalse();
        assertThat(network.contains(IpAddress.parse("::10.0.0.1"))).isFalse();
        assertThat(network.contains(Cidr.parse("10.1.0.0/16"))).isTrue();
        assertThat(Cidr.parse("10.1.0.0/16").contains(network)).isFalse();
        assertThat(Cidr.parse("10.1.0.0/16").overlaps(network)).isTrue();
        assertThat(Cidr.parse("::/0").overlaps(network)).isFalse();
    }

    @Property
    void network_of_any_address_is_read_back_and_contains_it(
            @ForAll @Size(4) byte[] bytes, @ForAll @IntRange(max = 32) int prefix) throws UnknownHostException {
        var address = new IpAddress(InetAddress.getByAddress(bytes).getHostAddress());
        var network =
                new IpAddress(InetAddress.getByAddress(masked(bytes, prefix)).getHostAddress());

        var range = Cidr.parse(network + "/" + prefix);

        assertThat(range.contains(address)).isTrue();
        assertThat(Cidr.parse(range.toString())).isEqualTo(range);
        assertThat(Cidr.parse(range.shortest())).isEqualTo(range);
    }

    private static byte[] masked(byte[] bytes, int prefix) {
        var masked = bytes.clone();
        for (var bit = prefix; bit < 32; bit++) {
            masked[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        return masked;
    }
}
