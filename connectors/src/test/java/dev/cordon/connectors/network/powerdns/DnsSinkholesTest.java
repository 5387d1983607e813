package dev.cordon.connectors.network.powerdns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.DnsSinkhole;
import dev.cordon.action.DomainName;
import dev.cordon.action.IpAddress;
import dev.cordon.action.Reason;
import dev.cordon.lab.dns.NeedsPowerDns;
import dev.cordon.lab.dns.PowerDnsServer;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Platform.Finding;
import dev.cordon.plan.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real server that holds {@link Zones}. */
@NeedsPowerDns
class DnsSinkholesTest {

    private static final String SINKHOLE = "10.66.0.53";

    /** By its number, since JNDI knows no name for it. */
    private static final String HTTPS = "65";

    @TempDir
    static Path home;

    private static PowerDnsServer server;

    @TempDir
    Path data;

    private Desk desk;

    @BeforeAll
    static void start() {
        server = PowerDnsServer.start(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void reset() throws InterruptedException {
        server.holdOnly(Zones.ALL);
        desk = new Desk(server, server.key(), data);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void every_name_at_and_below_answers_with_the_sinkhole_and_nothing_else_does() throws Exception {
        desk.apply(sinkhole(SINKHOLE, "evil.corp.test"));

        assertThat(Stream.of("", "www.", "new.", "b.c.", "c.", "x.c.", "x.b.c.", "x.www.")
                        .map(prefix -> prefix + "evil.corp.test"))
                .allSatisfy(name -> assertThat(addresses(name)).as(name).containsExactly(SINKHOLE));
        assertThat(addresses("devil.corp.test")).containsExactly("192.0.2.77");
        assertThat(server.answers().records("evil.corp.test", "MX")).containsExactly("10 mail.corp.test.");
    }

    @Test
    void an_address_of_the_other_family_is_answered_with_none() throws Exception {
        desk.apply(sinkhole("2001:db8::53", "evil.corp.test"));

        assertThat(server.answers().records("evil.corp.test", "A")).isEmpty();
        assertThat(server.answers().records("www.evil.corp.test", "AAAA")).hasSize(1);
    }

    @Test
    void bindings_and_aliases_with_other_addresses_go_and_come_back() throws Exception {
        var before = server.contents();
        assertThat(server.answers().records("shop.corp.test", HTTPS)).hasSize(1);
        var run = desk.apply(sinkhole(SINKHOLE, "shop.corp.test"));
        assertThat(server.answers().records("shop.corp.test", HTTPS)).isEmpty();

        desk.rolledBack(run);

        assertThat(server.contents()).isEqualTo(before);
    }

    @Test
    void a_comment_with_its_date_and_a_disabled_record_come_back() throws Exception {
        var before = server.contents();
        assertThat(before).contains("ask bob", "1234567890");
        var run = desk.apply(sinkhole(SINKHOLE, "noted.corp.test"));
        assertThat(server.contents()).doesNotContain("ask bob");

        desk.rolledBack(run);

        assertThat(server.contents()).isEqualTo(before);
    }

    @Test
    void a_delegation_below_the_name_is_taken_away_for_as_long_as_it_lasts() throws Exception {
        var before = server.contents();
        var run = desk.apply(sinkhole(SINKHOLE, "handed.corp.test"));
        assertThat(addresses("any.handed.corp.test")).containsExactly(SINKHOLE);

        desk.rolledBack(run);

        assertThat(server.contents()).isEqualTo(before);
    }

    @Test
    void the_name_servers_of_a_zone_keep_their_addresses() throws Exception {
        var before = server.contents();
        var run = desk.apply(sinkhole(SINKHOLE, "corp.test"));
        assertThat(addresses("ns1.corp.test")).containsExactly("127.0.0.1");
        assertThat(addresses("ns2.corp.test")).containsExactly(SINKHOLE);
        assertThat(addresses("any.deep.corp.test")).containsExactly(SINKHOLE);

        desk.rolledBack(run);

        assertThat(server.contents()).isEqualTo(before);
    }

    @Test
    void domains_below_each_other_are_one_and_those_of_different_zones_are_one_action() throws Exception {
        var before = server.contents();
        var request = sinkhole(SINKHOLE, "www.evil.corp.test", "evil.corp.test", "deep.corp.test", "other.example");

        assertThat(desk.steps(request))
                .containsExactly(
                        "sinkhole evil.corp.test",
                        "sinkhole deep.corp.test",
                        "make the zone other.example",
                        "sinkhole other.example");
        var run = desk.apply(request);
        desk.rolledBack(run);

        assertThat(server.contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ns1.corp.test | is a name server of its zone",
                "a.secondary.test    | its contents come from elsewhere",
                "evil.handed.corp.test | it lies below the NS records at handed.corp.test."
            })
    void what_this_server_does_not_decide_is_refused(String domain, String why) {
        assertThat(desk.refusal(sinkhole(SINKHOLE, domain))).contains(why);
    }

    @Test
    void a_name_stands_for_the_host_with_the_addresses_and_the_other_name_that_it_had() {
        assertThat(desk.plan(sinkhole(SINKHOLE, "evil.corp.test", "wild.corp.test"))
                        .touches())
                .flatExtracting(Asset::subjects)
                .containsExactlyInAnyOrder(
                        new Subject.Host(List.of("evil.corp.test"), List.of("192.0.2.1", "192.0.2.2", "2001:db8::1")),
                        new Subject.Host(List.of("www.evil.corp.test", "evil.corp.test"), List.of()),
                        new Subject.Host(List.of("wild.corp.test"), List.of("192.0.2.9")));
    }

    @Test
    void what_is_sinkholed_already_needs_no_step() throws Exception {
        desk.apply(sinkhole(SINKHOLE, "evil.corp.test"));

        assertThat(desk.steps(sinkhole(SINKHOLE, "evil.corp.test"))).isEmpty();
        assertThat(desk.steps(sinkhole(SINKHOLE, "b.c.evil.corp.test"))).isEmpty();
    }

    @Test
    void records_that_somebody_changed_meanwhile_are_not_overwritten() throws Exception {
        var run = desk.apply(sinkhole(SINKHOLE, "evil.corp.test"));
        server.change("corp.test.", Zones.rrset("evil.corp.test.", "A", 60, "\"192.0.2.200\""));

        assertThat(desk.rolledBackInPart(run)).contains("not overwritten");

        assertThat(addresses("evil.corp.test")).containsExactly("192.0.2.200");
    }

    @Test
    void whoever_asked_before_the_zone_was_made_is_told_of_the_sinkhole_at_once() throws Exception {
        assertThat(addresses("www.evil.elsewhere.test")).isEmpty();

        var run = desk.apply(sinkhole(SINKHOLE, "evil.elsewhere.test"));
        assertThat(addresses("www.evil.elsewhere.test")).containsExactly(SINKHOLE);

        desk.rolledBack(run);
        assertThat(addresses("www.evil.elsewhere.test")).isEmpty();
    }

    @Test
    void a_zone_of_ours_into_which_somebody_put_something_is_not_deleted() throws Exception {
        var run = desk.apply(sinkhole(SINKHOLE, "evil.elsewhere.test"));
        server.change("evil.elsewhere.test.", Zones.rrset("mail.evil.elsewhere.test.", "A", 60, "\"192.0.2.200\""));

        assertThat(desk.rolledBackInPart(run)).contains("not overwritten");

        assertThat(addresses("mail.evil.elsewhere.test")).containsExactly("192.0.2.200");
    }

    @Test
    void the_plan_says_who_goes_on_seeing_the_old_answer_and_that_nobody_is_logged() {
        assertThat(desk.plan(sinkhole(SINKHOLE, "evil.corp.test")).notes())
                .anySatisfy(note -> assertThat(note).contains("for up to 3600 s"))
                .anySatisfy(note -> assertThat(note).contains("log-dns-queries=yes"));
    }

    @Test
    void an_examination_tells_the_program_its_version_and_its_zones() throws Exception {
        assertThat(desk.examined())
                .containsExactly(
                        new Finding(true, "PowerDNS Authoritative Server"),
                        new Finding(true, "version " + server.version()),
                        new Finding(true, "holds 3 zones"));
    }

    @Test
    void a_wrong_key_reads_nothing_and_says_so() {
        desk.close();
        desk = new Desk(server, "wrong", data);

        assertThat(desk.refusal(sinkhole(SINKHOLE, "evil.corp.test"))).contains("not authorized: HTTP 401");
    }

    private static List<String> addresses(String name) {
        return server.answers().addresses(name);
    }

    private static DnsSinkhole sinkhole(String address, String... domains) {
        var names = Stream.of(domains).map(DomainName::new).toList();
        return new DnsSinkhole(names, IpAddress.parse(address), new Reason("C2 server"), true);
    }
}
