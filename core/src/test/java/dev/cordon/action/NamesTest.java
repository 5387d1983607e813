package dev.cordon.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that machines agree on have one spelling; names that people chose are kept letter by letter. */
class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "evil.example, evil.example",
        "EVIL.Example., evil.example",
        "_dmarc.evil.example, _dmarc.evil.example",
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "аpple.example, xn--pple-43d.example",
        "evil。example, evil.example"
    })
    void domain_has_one_spelling(String written, String canonical) {
        assertThat(new DomainName(written)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "example",
                "evil..example",
                ".evil.example",
                "evil.example..",
                "-evil.example",
                "evil-.example",
                "ev il.example",
                "evil.example/path",
                "https://evil.example",
                "evil.example:443",
                "*.evil.example",
                "192.0.2.7",
                "evil.example\n",
                "evil\0.example",
                "straße.example",
                "a\u200db.example",
                "\uff41dmin.example", // a wide a
                "\u212aey.example", // the Kelvin sign
                "ev\u00adil.example" // a soft hyphen
            })
    void anything_but_a_domain_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DomainName(text));
    }

    @Test
    void label_of_64_letters_and_name_of_254_are_refused() {
        var label = "a".repeat(63);

        assertThat(new DomainName(label + ".example")).hasToString(label + ".example");
        assertThatIllegalArgumentException().isThrownBy(() -> new DomainName(label + "a.example"));
        assertThat(new DomainName("a.".repeat(126) + "a").value()).hasSize(253);
        assertThatIllegalArgumentException().isThrownBy(() -> new DomainName("a.".repeat(126) + "aa"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WORKSTATION-15", "db1.corp.example", "srv_01", "a"})
    void host_name_keeps_its_letters(String text) {
        assertThat(new Hostname(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "web1.", "web 1", "web1;reboot", "web1\n", "$(id)", "wеb1", "２web", "-web", "a..b"})
    void anything_but_a_host_name_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hostname(text));
    }

    @Test
    void refusal_of_a_look_alike_names_the_letter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hostname("wеb1"))
                .withMessageContaining("U+0435 (CYRILLIC SMALL LETTER IE)");
    }

    @Test
    void mail_address_keeps_its_local_part_and_spells_its_domain() {
        var address = new EmailAddress("J.Doe+x@BÜCHER.example");

        assertThat(address).hasToString("J.Doe+x@xn--bcher-kva.example");
        assertThat(address.domain()).isEqualTo(new DomainName("bücher.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@evil.example",
                "a@evil",
                "a b@evil.example",
                "a@b@evil.example",
                "\"a\"@evil.example",
                "a@evil.example,b@evil.example",
                "a\r\nBcc:b@evil.example",
                "<a@evil.example>",
                "a@[192.0.2.7]"
            })
    void anything_but_a_mail_address_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(text));
    }

    @ParameterizedTest
    @CsvSource({"443, 443", "6000-6010, 6000-6010", "1, 1", "65535, 65535", "80-80, 80"})
    void port_range_has_one_spelling(String written, String canonical) {
        assertThat(PortRange.parse(written)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "0", "65536", "080", "443-", "-443", "443-80", "1-65536", "80,443", "80 - 90", "http", "+80", "٤٤٣"
            })
    void anything_but_ports_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PortRange.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/a/b;c=1/%C3%BC", "shop.example/login", "/'$(id)`"})
    void endpoint_is_kept_letter_by_letter(String text) {
        assertThat(new Endpoint(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "login",
                "https://shop.example/login",
                "://x",
                "/a?b=c",
                "/a#b",
                "/a b",
                "/ü",
                "/a\n",
                "a b/c",
                "shop.example"
            })
    void anything_but_a_path_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Endpoint(text));
    }

    @Test
    void peer_of_digits_is_an_address_and_never_a_name() {
        assertThat(Peer.parse("192.0.2.0/24")).isEqualTo(new Peer.Range(Cidr.parse("192.0.2.0/24")));
        assertThat(Peer.parse("siem.corp.example")).isEqualTo(new Peer.Named(new Hostname("siem.corp.example")));
        assertThatIllegalArgumentException().isThrownBy(() -> Peer.parse("192.0.2.300"));
        assertThatIllegalArgumentException().isThrownBy(() -> Peer.parse("10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Robert'); DROP TABLE--", "$(id)", "${jndi:x}", "a\"b", "\u202egnp.exe", "раураl", " a ", "😀"})
    void name_that_people_chose_is_kept_letter_by_letter(String text) {
        assertThat(new AccountName(text)).hasToString(text);
        assertThat(new ProcessName(text)).hasToString(text);
        assertThat(new DatabaseName(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0", "a\nb", "a\rb", "\u001b[2J", "a\u2028b", "a\u0085b", "\ud83d"})
    void name_that_breaks_a_line_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountName(text));
    }

    @Property
    void any_text_is_a_value_or_refused_with_one_printable_line(
            @ForAll("constructors") Function<String, Object> constructor, @ForAll String text) {
        try {
            var value = constructor.apply(text);
            assertThat(constructor.apply(value.toString())).isEqualTo(value);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotMatch("(?s).*[\\p{Cntrl}\\p{Cf}\\p{Cs}].*");
        }
    }

    @Provide
    Arbitrary<Function<String, Object>> constructors() {
        return Arbitraries.of(List.of(
                AccountName::new,
                ActionId::new,
                Cidr::parse,
                CloudId::new,
                DatabaseName::new,
                DomainName::new,
                EmailAddress::new,
                Endpoint::new,
                FolderPath::new,
                Hostname::new,
                IncidentId::new,
                Peer::parse,
                Permission::new,
                PlatformName::new,
                PortRange::parse,
                ProcessName::new,
                Reason::new,
                ResourceType::new,
                RuleName::new,
                ServiceName::new,
                Sha256::new,
                WafField::parse));
    }
}
