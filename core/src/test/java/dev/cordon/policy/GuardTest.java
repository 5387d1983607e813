package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.Cidr;
import dev.cordon.action.IpAddress;
import dev.cordon.action.PlatformName;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    private static final PlatformName EDGE = new PlatformName("edge");
    private static final OwnAddresses OWN =
            new OwnAddresses(List.of(IpAddress.parse("192.0.2.10")), Optional.of(IpAddress.parse("203.0.113.5")));

    private final Guard guard = new Guard(
            new ProtectedAssets(
                    patterns("payroll*"),
                    patterns("dc*"),
                    patterns("breakglass-*"),
                    List.of(Cidr.parse("10.0.1.0/28"), Cidr.parse("2001:db8:1::/48"))),
            Limits.DEFAULT,
            OWN);

    @Test
    void a_host_is_protected_by_any_of_its_names() {
        var host = host(List.of("web1", "DC7.corp.example"), List.of("10.9.9.9"));

        assertThat(guard.refusal(List.of(host)))
                .contains("host web1 on edge is protected (hosts: dc*): it is left alone");
    }

    @Test
    void a_host_is_protected_by_any_of_its_addresses() {
        var host = host(List.of("web1"), List.of("10.9.9.9", "2001:db8:1::7"));

        assertThat(guard.refusal(List.of(host)))
                .hasValueSatisfying(why -> assertThat(why).contains("cidrs: 2001:db8:1::/48"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.1.3", "10.0.0.0/8", "10.0.1.0/30", "::ffff:10.0.1.3", "2001:db8::/32"})
    void a_block_that_shares_one_address_with_a_protected_network_is_refused(String range) {
        assertThat(guard.refusal(List.of(block(range)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.1.16", "198.51.100.0/24", "2001:db8:2::/48"})
    void any_other_block_passes(String range) {
        assertThat(guard.refusal(List.of(block(range)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, your own address 203.0.113.5",
        "192.0.2.10, Cordon's own address 192.0.2.10",
        "127.0.0.1, loopback 127.0.0.0/8",
        "::1, loopback ::1",
    })
    void the_way_by_which_a_block_is_taken_back_is_never_blocked(String range, String whose) {
        assertThat(new Guard(ProtectedAssets.NONE, Limits.DEFAULT, OWN).refusal(List.of(block(range))))
                .hasValueSatisfying(why -> assertThat(why).contains("would cut off " + whose));
    }

    @Test
    void where_the_responders_work_is_neither_blocked_nor_isolated() {
        var responders = new Guard(
                ProtectedAssets.NONE.withResponders(List.of(Cidr.parse("10.0.100.0/24"))), Limits.DEFAULT, OWN);

        assertThat(responders.refusal(List.of(block("10.0.0.0/16"))))
                .hasValueSatisfying(why -> assertThat(why).contains("responders: 10.0.100.0/24"));
        assertThat(responders.refusal(List.of(host(List.of("jump1"), List.of("10.0.100.7")))))
                .isPresent();
        assertThat(responders.refusal(List.of(block("10.0.101.0/24")))).isEmpty();
    }

    @Test
    void an_account_is_protected_in_every_domain() {
        var role = thing("role 16384").of(new Subject.Account(List.of("S-1-5-21", "CORP\\BreakGlass-1")));

        assertThat(guard.refusal(List.of(thing("orders"), role)))
                .hasValueSatisfying(why -> assertThat(why).contains("accounts: breakglass-*"));
    }

    @Test
    void anything_is_protected_by_its_name() {
        assertThat(guard.refusal(List.of(thing("Payroll-2026"))))
                .hasValueSatisfying(why -> assertThat(why).contains("names: payroll*"));
    }

    @Test
    void a_name_from_outside_cannot_break_the_line() {
        var hostile = host(List.of("dc1\u001b[2J\nok"), List.of());

        assertThat(guard.refusal(List.of(hostile)))
                .hasValueSatisfying(why -> assertThat(why).doesNotContain("\n", "\u001b"));
    }

    @Test
    void more_than_the_limit_is_refused_with_the_way_out() {
        var hosts = IntStream.range(0, 101)
                .mapToObj(number -> host(List.of("web" + number), List.of()))
                .toList();

        assertThat(guard.tooWide(hosts.subList(0, 100))).isEmpty();
        assertThat(guard.tooWide(hosts))
                .contains(
                        "reaches 101 hosts, the limit is 100: aim closer, or raise limits.hosts in the configuration");
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.0.0/16, 65536 addresses",
        "198.51.100.7, 1 address",
        "2001:db8::/48, 65536 addresses",
        "2001:db8::7, 1 address",
        "::/0, 9223372036854775807 addresses",
    })
    void a_block_reaches_as_many_as_it_has_addresses_an_ipv6_site_counting_as_one(String range, String words) {
        var radius = range.equals("::/0")
                ? BlastRadius.of(List.of(block(range), block("2000::/3"), block("0.0.0.0/0")))
                : BlastRadius.of(List.of(block(range), block(range)));

        assertThat(radius.inWords()).isEqualTo(words);
    }

    @Test
    void the_processes_of_one_host_are_one_host() {
        var host = new Subject.Host(List.of("web1"), List.of());

        assertThat(BlastRadius.of(List.of(thing("4711").of(host), thing("4712").of(host)))
                        .inWords())
                .isEqualTo("1 host");
    }

    @Test
    void the_caller_is_who_sshd_says_he_is() {
        assertThat(OwnAddresses.of(Map.of("SSH_CONNECTION", "203.0.113.5 50022 192.0.2.10 22"))
                        .caller())
                .contains(IpAddress.parse("203.0.113.5"));
        assertThat(OwnAddresses.of(Map.of("SSH_CONNECTION", "fe80::1%eth0 50022 fe80::2%eth0 22"))
                        .caller())
                .contains(IpAddress.parse("fe80::1"));
        assertThat(OwnAddresses.of(Map.of()).caller()).isEmpty();
    }

    @Test
    void the_machine_has_at_least_its_loopback() {
        assertThat(OwnAddresses.of(Map.of()).machine()).contains(IpAddress.parse("127.0.0.1"));
    }

    private static List<NamePattern> patterns(String... names) {
        return List.of(names).stream().map(NamePattern::new).toList();
    }

    private static Asset thing(String name) {
        return new Asset(EDGE, "thing", name, List.of(name));
    }

    private static Asset host(List<String> names, List<String> addresses) {
        return new Asset(EDGE, "host", names.getFirst(), List.of(names.getFirst()))
                .of(new Subject.Host(names, addresses));
    }

    private static Asset block(String range) {
        return new Asset(EDGE, "block", range, List.of(range)).of(new Subject.Addresses(Cidr.parse(range)));
    }
}
