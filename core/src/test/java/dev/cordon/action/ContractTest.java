package dev.cordon.action;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The 23 actions word by word, as users wrote their playbooks against them: a change that breaks those is seen here.
 */
class ContractTest {

    @Test
    void parameters_and_defaults_of_every_action_are_those_of_the_contract() {
        var contract = """
                isolate_host(ip_address, hostname, reason, isolation_type=full, allow_list=[])
                firewall_block(target, target_type, direction, reason, duration_hours=0)
                dns_sinkhole(domains, sinkhole_ip, reason, log_queries=true)
                segment_network(source_vlan, target_vlan, affected_hosts, allow_ir_access=true, ir_subnet=, reason=none)
                quarantine_endpoint(hostname, edr_platform, isolation_level=full, allow_list=[], preserve_evidence=true, reason=none)
                terminate_process(hostname, process_name, process_id=none, kill_children=true, create_memory_dump=true, all=false, reason=none)
                disable_service(hostname, service_name, stop_immediately=true, disable_autostart=true, backup_config=true, reason=none)
                preserve_memory(hostname, output_path, tool=winpmem, compress=true, hash_output=true, reason=none)
                disable_account(username, reason, directory=active_directory, preserve_data=true, notify_manager=true)
                terminate_sessions(username, session_types=["all"], force=true, invalidate_tokens=true, reason=none)
                force_password_reset(username, require_mfa_reenroll=true, expire_immediately=true, notify_user=true, generate_temp_password=true, reason=none)
                rotate_service_account(account_name, credential_type=password, update_dependent_services=true, services=[], reason=none)
                revoke_iam_permissions(principal, cloud_provider, revocation_type=all, permissions=[], preserve_audit_logs=true, reason=none)
                isolate_resource(resource_id, resource_type, cloud_provider, isolation_method=security_group, allow_forensic_access=true, forensic_ip=, reason=none)
                revoke_api_keys(key_ids, cloud_provider, create_new_keys=false, notify_owner=true, reason=none)
                lockdown_security_group(security_group_id, cloud_provider, lockdown_type=deny_all, ir_cidrs=[], preserve_logging=true, reason=none)
                deploy_waf_rule(rule_name, rule_type, conditions, waf_provider, priority=1, reason=none)
                rate_limit(endpoint, limit, window_seconds, action=block, scope=ip, whitelist=[], reason=none)
                shutdown_service(service_name, shutdown_type=graceful, drain_connections=true, display_maintenance_page=true, notify_stakeholders=[], reason=none)
                lockdown_database(database, db_type, lockdown_level=read_only, revoke_users=[], preserve_admin=[], reason=none)
                quarantine_messages(search_criteria, email_platform, delete_from_mailboxes=true, preserve_for_analysis=true, reason=none)
                block_sender(sender, block_type=email, email_platform=office365, add_to_threat_list=true, reason=none)
                remove_inbox_rules(username, rule_criteria, email_platform=office365, reason=none)
                """;

        var declared = Arrays.stream(ActionKind.values())
                .map(kind -> kind.schema().parameters().stream()
                        .map(one -> one.name()
                                + one.defaultWords().map(word -> "=" + word).orElse(""))
                        .collect(joining(", ", kind.key() + "(", ")\n")))
                .collect(joining());

        assertThat(declared).isEqualTo(contract);
    }

    @Test
    void allowed_values_of_every_action_are_those_of_the_contract() {
        var contract = """
                isolate_host.isolation_type=full|partial|monitor
                firewall_block.target_type=ip|domain|port
                firewall_block.direction=inbound|outbound|both
                quarantine_endpoint.edr_platform=crowdstrike|sentinelone|defender|carbon_black|cortex_xdr|velociraptor
                quarantine_endpoint.isolation_level=full|selective
                preserve_memory.tool=winpmem|dumpit|magnet_ram|lime
                disable_account.directory=active_directory|azure_ad|okta|google
                terminate_sessions.session_types=all|vpn|rdp|web|cloud
                rotate_service_account.credential_type=password|api_key|certificate
                revoke_iam_permissions.cloud_provider=aws|azure|gcp
                revoke_iam_permissions.revocation_type=all|specific
                isolate_resource.cloud_provider=aws|azure|gcp
                isolate_resource.isolation_method=security_group|nacl|vpc
                revoke_api_keys.cloud_provider=aws|azure|gcp
                lockdown_security_group.cloud_provider=aws|azure|gcp
                lockdown_security_group.lockdown_type=deny_all|allow_ir_only|block_egress
                deploy_waf_rule.rule_type=block|rate_limit|challenge
                deploy_waf_rule.conditions.operator=equals|contains|starts_with|ends_with|regex|in|ip_in
                deploy_waf_rule.waf_provider=cloudflare|aws_waf|akamai|guardian|nginx|haproxy
                rate_limit.action=block|throttle|challenge
                rate_limit.scope=ip|user|global
                shutdown_service.shutdown_type=graceful|immediate
                lockdown_database.db_type=postgresql|mysql|mssql|mongodb
                lockdown_database.lockdown_level=read_only|admin_only|full_lockdown
                quarantine_messages.email_platform=office365|google|exchange|imap
                block_sender.block_type=email|domain
                block_sender.email_platform=office365|google|exchange|imap
                remove_inbox_rules.email_platform=office365|google|exchange|imap
                """;

        var declared = Catalogue.all().entries().stream()
                .flatMap(entry -> entry.parameters().stream()
                        .filter(param ->
                                !param.allowed().isEmpty() && !param.type().equals("true|false"))
                        .map(param ->
                                entry.key() + "." + param.name() + "=" + String.join("|", param.allowed()) + "\n"))
                .collect(joining());

        assertThat(declared).isEqualTo(contract);
    }

    @Test
    void action_types_targets_and_target_types_are_those_of_the_contract() {
        var contract = """
                isolate_host network_isolation: 192.0.2.15 / host
                firewall_block firewall_block: 198.51.100.1 / ip
                dns_sinkhole dns_sinkhole: evil.example / domain
                segment_network network_segmentation: VLAN 10 -> VLAN 666 / network
                quarantine_endpoint edr_quarantine: WORKSTATION-15 / endpoint
                terminate_process process_termination: mimikatz.exe on WORKSTATION-15 / process
                disable_service service_disable: cron.service on web1 / service
                preserve_memory memory_preservation: web1 / endpoint
                disable_account account_disable: j.doe / user_account
                terminate_sessions session_termination: j.doe / user_sessions
                force_password_reset password_reset: j.doe / user_account
                rotate_service_account credential_rotation: svc-backup / service_account
                revoke_iam_permissions iam_revocation: arn:aws:iam::123456789012:user/eve / cloud_identity
                isolate_resource resource_isolation: i-0abc / ec2_instance
                revoke_api_keys api_key_revocation: AKIA1 / api_keys
                lockdown_security_group security_group_lockdown: sg-1 / security_group
                deploy_waf_rule waf_rule_deployment: no-admin / waf_rule
                rate_limit rate_limiting: /login / endpoint
                shutdown_service service_shutdown: shop / application_service
                lockdown_database database_lockdown: orders / database
                quarantine_messages email_quarantine: sender=ceo@evil.example / email_messages
                block_sender sender_block: ceo@evil.example / email_sender
                remove_inbox_rules inbox_rule_removal: j.doe / inbox_rules
                """;
        Function<ContainmentRequest, String> line = request -> "%s %s: %s / %s\n"
                .formatted(request.kind().key(), request.kind().actionType(), request.target(), request.targetType());

        var declared = Arrays.stream(ActionKind.values())
                .map(Samples::minimal)
                .map(line)
                .collect(joining());

        assertThat(declared).isEqualTo(contract);
    }

    @Test
    void platform_parameter_gives_the_type_of_platform() {
        var contract = """
                quarantine_endpoint edr_platform crowdstrike
                disable_account directory active_directory
                revoke_iam_permissions cloud_provider aws
                isolate_resource cloud_provider aws
                revoke_api_keys cloud_provider aws
                lockdown_security_group cloud_provider aws
                deploy_waf_rule waf_provider cloudflare
                lockdown_database db_type postgresql
                quarantine_messages email_platform office365
                block_sender email_platform office365
                remove_inbox_rules email_platform office365
                """;

        var declared = Arrays.stream(ActionKind.values())
                .filter(kind -> kind.platformParameter().isPresent())
                .map(kind -> "%s %s %s\n"
                        .formatted(
                                kind.key(),
                                kind.platformParameter().orElseThrow(),
                                Samples.minimal(kind).platformType().orElseThrow()))
                .collect(joining());

        assertThat(declared).isEqualTo(contract);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_left_out_has_its_default_in_the_request(ActionKind kind) {
        var parameters = Samples.minimal(kind).parameters();

        for (var parameter : kind.schema().parameters()) {
            var isReason = parameter.name().equals("reason");
            if (!parameter.required() && !isReason) {
                var written = parameters.get(parameter.name());
                assertThat(written.isNull() ? "none" : written.isString() ? written.stringValue() : written.toString())
                        .as(parameter.name())
                        .isEqualTo(parameter.defaultWords().orElseThrow());
            }
        }
        assertThat(parameters.get("reason").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void every_parameter_says_what_it_is_for_in_a_sentence(ActionKind kind) {
        var sentences = kind.schema().parameters();

        assertThat(sentences).allSatisfy(one -> assertThat(one.sentence()).matches("(?s)\\p{L}.*[.…]"));
        assertThat(kind.summary()).matches("\\p{Lu}.*\\.");
    }
}
