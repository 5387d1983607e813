package dev.cordon.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cordon.document.Problem;
import dev.cordon.document.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Values that are right one by one and contradict each other are refused, where they are read and where they are made.
 */
class RulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "ISOLATE_HOST | {ip_address: 192.0.2.1, hostname: a, reason: x, allow_list: ['::/0']} | lets everybody through",
                "ISOLATE_HOST | {ip_address: 0.0.0.0, hostname: a, reason: x} | the address of no host",
                "ISOLATE_HOST | {ip_address: '::', hostname: a, reason: x} | the address of no host",
                "ISOLATE_HOST | {ip_address: 'ff02::1', hostname: a, reason: x} | the address of no host",
                "ISOLATE_HOST | {ip_address: 255.255.255.255, hostname: a, reason: x} | the address of no host",
                "FIREWALL_BLOCK | {target: evil.example, target_type: ip, direction: both, reason: x} | it would fit target_type 'domain'",
                "FIREWALL_BLOCK | {target: 443, target_type: ip, direction: both, reason: x} | it would fit target_type 'port'",
                "FIREWALL_BLOCK | {target: 443, target_type: port, direction: both, reason: x, duration_hours: -1} | out of range",
                "FIREWALL_BLOCK | {target: 443, target_type: port, direction: both, reason: x, duration_hours: 87601} | out of range",
                "DNS_SINKHOLE | {domains: [], sinkhole_ip: 192.0.2.1, reason: x} | at least one is wanted",
                "SEGMENT_NETWORK | {source_vlan: 10, target_vlan: 10, affected_hosts: [192.0.2.1]} | to itself",
                "SEGMENT_NETWORK | {source_vlan: 0, target_vlan: 10, affected_hosts: [192.0.2.1]} | 1..4094",
                "SEGMENT_NETWORK | {source_vlan: 10, target_vlan: 4095, affected_hosts: [192.0.2.1]} | 1..4094",
                "SEGMENT_NETWORK | {source_vlan: 1, target_vlan: 2, affected_hosts: [192.0.2.1], ir_subnet: 192.0.2.0/24, allow_ir_access: false} | nobody would be let in",
                "SEGMENT_NETWORK | {source_vlan: 1, target_vlan: 2, affected_hosts: [192.0.2.1], ir_subnet: 0.0.0.0/0} | lets everybody through",
                "QUARANTINE_ENDPOINT | {hostname: a, edr_platform: defender, allow_list: [0.0.0.0/0]} | lets everybody through",
                "TERMINATE_PROCESS | {hostname: a, process_name: b, process_id: 0} | out of range",
                "TERMINATE_PROCESS | {hostname: a, process_name: b, process_id: 7, all: true} | leave one of them out",
                "DISABLE_SERVICE | {hostname: a, service_name: b, stop_immediately: false, disable_autostart: false} | nothing would be done",
                "TERMINATE_SESSIONS | {username: a, session_types: []} | at least one is wanted",
                "FORCE_PASSWORD_RESET | {username: a, expire_immediately: false, generate_temp_password: false} | would stay as it is",
                "ROTATE_SERVICE_ACCOUNT | {account_name: a, services: [b], update_dependent_services: false} | none would be updated",
                "REVOKE_IAM_PERMISSIONS | {principal: a, cloud_provider: aws, revocation_type: specific} | has to name them",
                "REVOKE_IAM_PERMISSIONS | {principal: a, cloud_provider: aws, permissions: [b]} | write 'specific'",
                "ISOLATE_RESOURCE | {resource_id: a, resource_type: vm, cloud_provider: gcp, forensic_ip: 192.0.2.1, allow_forensic_access: false} | nobody would be let in",
                "ISOLATE_RESOURCE | {resource_id: a, resource_type: a b, cloud_provider: gcp} | is no type of resource",
                "REVOKE_API_KEYS | {key_ids: [], cloud_provider: aws} | at least one is wanted",
                "LOCKDOWN_SECURITY_GROUP | {security_group_id: a, cloud_provider: aws, ir_cidrs: [0.0.0.0/0]} | lets everybody through",
                "DEPLOY_WAF_RULE | {rule_name: a, rule_type: block, waf_provider: nginx, conditions: []} | at least one is wanted",
                "DEPLOY_WAF_RULE | {rule_name: a, rule_type: block, waf_provider: nginx, conditions: [{field: uri, operator: equals, value: /}], priority: 0} | out of range",
                "RATE_LIMIT | {endpoint: /a, limit: 0, window_seconds: 60} | out of range",
                "RATE_LIMIT | {endpoint: /a, limit: 1, window_seconds: 0} | out of range",
                "RATE_LIMIT | {endpoint: /a, limit: 1, window_seconds: 86401} | out of range",
                "RATE_LIMIT | {endpoint: /a, limit: 1, window_seconds: 60, whitelist: [0.0.0.0/0]} | lets everybody through",
                "LOCKDOWN_DATABASE | {database: a, db_type: mysql, revoke_users: [b], preserve_admin: [b]} | in revoke_users and in preserve_admin",
                "QUARANTINE_MESSAGES | {search_criteria: {}, email_platform: imap} | needs at least one of",
                "QUARANTINE_MESSAGES | {search_criteria: {has_attachment: true, recipient: a@b.example, date_range: [2026-01-05, 2026-01-06]}, email_platform: imap} | needs at least one of",
                "BLOCK_SENDER | {sender: evil.example} | it would fit block_type 'domain'",
                "BLOCK_SENDER | {sender: a@evil.example, block_type: domain} | it would fit block_type 'email'",
                "REMOVE_INBOX_RULES | {username: a, rule_criteria: {}} | needs at least one of",
                "REMOVE_INBOX_RULES | {username: a, rule_criteria: {deletes_messages: false}} | needs at least one of"
            })
    void contradiction_is_one_problem_with_its_reason(ActionKind kind, String yaml, String reason) {
        assertThat(problems(kind, yaml))
                .singleElement()
                .satisfies(one -> assertThat(one.what()).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{field: ip, operator: contains, value: 192.0.2.1} | cannot be compared by contains",
                "{field: uri, operator: ip_in, value: 192.0.2.1} | cannot be compared by ip_in",
                "{field: country, operator: regex, value: XX} | cannot be compared by regex",
                "{field: country, operator: equals, value: Germany} | is no country",
                "{field: method, operator: equals, value: get} | is no method",
                "{field: ip, operator: ip_in, value: [192.0.2.1/24]} | names a host inside a network",
                "{field: uri, operator: equals, value: [/a, /b]} | 'in' takes several",
                "{field: host, operator: equals, value: a} | header:NAME",
                "{field: 'header:', operator: equals, value: a} | is no name of a header",
                "{field: 'header:a b', operator: equals, value: a} | is no name of a header",
                "{field: uri, operator: in, value: []} | at least one is wanted",
                "{field: uri, operator: equals} | needs 'value'",
                "{field: uri, operator: like, value: a} | one of equals|contains",
                "{field: uri, operator: equals, value: a, negated: true} | has no 'negated'"
            })
    void condition_that_means_nothing_is_one_problem_with_its_reason(String condition, String reason) {
        var problems = problems(
                ActionKind.DEPLOY_WAF_RULE,
                "{rule_name: a, rule_type: block, waf_provider: nginx, conditions: [" + condition + "]}");

        assertThat(problems)
                .singleElement()
                .satisfies(one -> assertThat(one.what()).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2026-01-05, 2026-01-05] | 2026-01-05T00:00:00Z | 2026-01-06T00:00:00Z",
                "[2026-01-05, 2026-01-06] | 2026-01-05T00:00:00Z | 2026-01-07T00:00:00Z",
                "[2026-01-05T08:00:00Z, 2026-01-05T10:00+01:00] | 2026-01-05T08:00:00Z | 2026-01-05T09:00:00Z"
            })
    void range_of_days_ends_with_its_last_day(String written, String from, String until) {
        var request = (QuarantineMessages) Samples.request(
                ActionKind.QUARANTINE_MESSAGES,
                "{search_criteria: {subject: a, date_range: " + written + "}, email_platform: imap}");

        var range = request.searchCriteria().dateRange().orElseThrow();

        assertThat(range.from()).isEqualTo(from);
        assertThat(range.until()).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2026-01-06, 2026-01-05] | before it begins",
                "[2026-01-05] | is [from, to]",
                "[2026-01-05, 2026-01-06, 2026-01-07] | is [from, to]",
                "[2026-02-30, 2026-03-01] | there is no such day",
                "[05.01.2026, 06.01.2026] | is no time",
                "[2026-01-05T08:00:00, 2026-01-06] | is no time",
                "2026-01-05 | a list is wanted"
            })
    void anything_but_a_range_of_time_is_one_problem_with_its_reason(String written, String reason) {
        var problems = problems(
                ActionKind.QUARANTINE_MESSAGES,
                "{search_criteria: {subject: a, date_range: " + written + "}, email_platform: imap}");

        assertThat(problems)
                .singleElement()
                .satisfies(one -> assertThat(one.what()).contains(reason));
    }

    @Test
    void what_is_written_twice_is_meant_once() {
        var request = (DnsSinkhole) Samples.request(
                ActionKind.DNS_SINKHOLE,
                "{domains: [evil.example, EVIL.example.], sinkhole_ip: 192.0.2.53, reason: x}");

        assertThat(request.domains()).containsExactly(new DomainName("evil.example"));
    }

    @Test
    void all_mistakes_of_a_request_are_reported_at_once_in_the_order_of_the_text() {
        var problems = problems(ActionKind.QUARANTINE_ENDPOINT, """
                hostnam: web1
                edr_platform: crowdstrik
                isolation_level: ful
                allow_list: [192.0.2.1/24, nowhere]
                preserve_evidence: yes""");

        assertThat(problems)
                .extracting(Problem::toString)
                .satisfiesExactly(
                        one -> assertThat(one).contains("needs 'hostname'"),
                        one -> assertThat(one)
                                .isEqualTo(
                                        "sample:1:1: quarantine_endpoint has no 'hostnam'; did you mean 'hostname'?"),
                        one -> assertThat(one).startsWith("sample:2:15: ").endsWith("did you mean 'crowdstrike'?"),
                        one -> assertThat(one).startsWith("sample:3:18: ").endsWith("did you mean 'full'?"),
                        one -> assertThat(one).startsWith("sample:4:14: 192.0.2.1/24 names a host"),
                        one -> assertThat(one).startsWith("sample:4:28: 'nowhere' is no address"),
                        one -> assertThat(one).startsWith("sample:5:20: ").endsWith("did you mean 'true'?"));
    }

    @Test
    void constructors_refuse_what_contradicts_itself() {
        var host = new Hostname("web1");
        var reason = new Reason("x");
        var vlan = new VlanId(10);
        var hosts = List.of(IpAddress.parse("192.0.2.1"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SegmentNetwork(vlan, vlan, hosts, true, Optional.empty(), reason));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TerminateProcess(host, new ProcessName("a"), Optional.of(0), true, true, false, reason));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisableService(host, new ServiceName("a"), false, false, true, reason));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleCriteria(false, false, false, List.of(), false, Optional.empty(), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new WafCondition(WafField.Part.IP, WafCondition.Operator.REGEX, List.of("192.0.2.1"), false));
    }

    private static List<Problem> problems(ActionKind kind, String yaml) {
        return switch (Samples.read(kind, yaml)) {
            case Reading.Read<ContainmentRequest>(var request) -> throw new AssertionError("was read: " + request);
            case Reading.Wrong<ContainmentRequest>(var problems) -> problems;
        };
    }
}
