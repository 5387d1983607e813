package dev.cordon.action;

import dev.cordon.document.Documents;
import dev.cordon.document.Place;
import dev.cordon.document.Reading;

/** Requests as a playbook would have them. The switches have no default, so that a new kind cannot be forgotten. */
public final class Samples {

    private Samples() {}

    /** With nothing but what is required. */
    public static ContainmentRequest minimal(ActionKind kind) {
        return request(kind, minimalText(kind));
    }

    /** With every parameter, none of them at its default. */
    public static ContainmentRequest full(ActionKind kind) {
        return request(kind, fullText(kind));
    }

    /** @throws AssertionError when the text is wrong */
    static ContainmentRequest request(ActionKind kind, String yaml) {
        return switch (read(kind, yaml)) {
            case Reading.Read<ContainmentRequest>(var request) -> request;
            case Reading.Wrong<ContainmentRequest>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    static Reading<ContainmentRequest> read(ActionKind kind, String yaml) {
        return Reading.with(problems -> Documents.yaml("sample", yaml, problems)
                .flatMap(node -> kind.read(node, Place.of("sample"), problems)));
    }

    private static String minimalText(ActionKind kind) {
        return switch (kind) {
            case ISOLATE_HOST -> "{ip_address: 192.0.2.15, hostname: WORKSTATION-15, reason: Ransomware}";
            case FIREWALL_BLOCK ->
                "{target: 198.51.100.1, target_type: ip, direction: both, reason: Command and control}";
            case DNS_SINKHOLE -> "{domains: [evil.example], sinkhole_ip: 192.0.2.53, reason: Command and control}";
            case SEGMENT_NETWORK -> "{source_vlan: 10, target_vlan: 666, affected_hosts: [192.0.2.15]}";
            case QUARANTINE_ENDPOINT -> "{hostname: WORKSTATION-15, edr_platform: crowdstrike}";
            case TERMINATE_PROCESS -> "{hostname: WORKSTATION-15, process_name: mimikatz.exe}";
            case DISABLE_SERVICE -> "{hostname: web1, service_name: cron.service}";
            case PRESERVE_MEMORY -> "{hostname: web1, output_path: /var/evidence}";
            case DISABLE_ACCOUNT -> "{username: j.doe, reason: Stolen password}";
            case TERMINATE_SESSIONS, FORCE_PASSWORD_RESET -> "{username: j.doe}";
            case ROTATE_SERVICE_ACCOUNT -> "{account_name: svc-backup}";
            case REVOKE_IAM_PERMISSIONS -> "{principal: 'arn:aws:iam::123456789012:user/eve', cloud_provider: aws}";
            case ISOLATE_RESOURCE -> "{resource_id: i-0abc, resource_type: ec2_instance, cloud_provider: aws}";
            case REVOKE_API_KEYS -> "{key_ids: [AKIA1], cloud_provider: aws}";
            case LOCKDOWN_SECURITY_GROUP -> "{security_group_id: sg-1, cloud_provider: aws}";
            case DEPLOY_WAF_RULE -> """
                {rule_name: no-admin, rule_type: block, waf_provider: cloudflare,
                 conditions: [{field: uri, operator: starts_with, value: /admin}]}""";
            case RATE_LIMIT -> "{endpoint: /login, limit: 5, window_seconds: 60}";
            case SHUTDOWN_SERVICE -> "{service_name: shop}";
            case LOCKDOWN_DATABASE -> "{database: orders, db_type: postgresql}";
            case QUARANTINE_MESSAGES -> "{search_criteria: {sender: ceo@evil.example}, email_platform: office365}";
            case BLOCK_SENDER -> "{sender: ceo@evil.example}";
            case REMOVE_INBOX_RULES -> "{username: j.doe, rule_criteria: {forwards_externally: true}}";
        };
    }

    private static String fullText(ActionKind kind) {
        return switch (kind) {
            case ISOLATE_HOST -> """
                ip_address: 2001:db8::15
                hostname: db1.corp.example
                reason: Ransomware
                isolation_type: partial
                allow_list: [192.0.2.0/24, 2001:db8::7, siem.corp.example]""";
            case FIREWALL_BLOCK -> """
                target: 6000-6010
                target_type: port
                direction: outbound
                reason: Command and control
                duration_hours: 24""";
            case DNS_SINKHOLE -> """
                domains: [evil.example, bücher.example]
                sinkhole_ip: 192.0.2.53
                reason: Command and control
                log_queries: false""";
            case SEGMENT_NETWORK -> """
                source_vlan: 1
                target_vlan: 4094
                affected_hosts: [192.0.2.15, 2001:db8::15]
                ir_subnet: 192.0.2.0/24
                reason: Worm""";
            case QUARANTINE_ENDPOINT -> """
                hostname: WORKSTATION-15
                edr_platform: velociraptor
                isolation_level: selective
                allow_list: [192.0.2.0/24]
                preserve_evidence: false
                reason: Ransomware""";
            case TERMINATE_PROCESS -> """
                hostname: WORKSTATION-15
                process_name: mimikatz.exe
                process_id: 4711
                kill_children: false
                create_memory_dump: false
                reason: Credential theft""";
            case DISABLE_SERVICE -> """
                hostname: web1
                service_name: cron.service
                stop_immediately: false
                backup_config: false
                reason: Persistence""";
            case PRESERVE_MEMORY -> """
                hostname: web1
                output_path: C:\\Evidence
                tool: lime
                compress: false
                hash_output: false
                reason: Rootkit""";
            case DISABLE_ACCOUNT -> """
                username: j.doe@corp.example
                reason: Stolen password
                directory: azure_ad
                preserve_data: false
                notify_manager: false""";
            case TERMINATE_SESSIONS -> """
                username: j.doe
                session_types: [vpn, rdp]
                force: false
                invalidate_tokens: false
                reason: Stolen password""";
            case FORCE_PASSWORD_RESET -> """
                username: j.doe
                require_mfa_reenroll: false
                expire_immediately: false
                notify_user: false
                reason: Stolen password""";
            case ROTATE_SERVICE_ACCOUNT -> """
                account_name: svc-backup
                credential_type: api_key
                services: [backup.service]
                reason: Leaked key""";
            case REVOKE_IAM_PERMISSIONS -> """
                principal: arn:aws:iam::123456789012:user/eve
                cloud_provider: gcp
                revocation_type: specific
                permissions: ['s3:GetObject', roles/editor]
                preserve_audit_logs: false
                reason: Data theft""";
            case ISOLATE_RESOURCE -> """
                resource_id: i-0abc
                resource_type: vm
                cloud_provider: azure
                isolation_method: nacl
                forensic_ip: 192.0.2.99
                reason: Miner""";
            case REVOKE_API_KEYS -> """
                key_ids: [AKIA1, AKIA2]
                cloud_provider: aws
                create_new_keys: true
                notify_owner: false
                reason: Leaked keys""";
            case LOCKDOWN_SECURITY_GROUP -> """
                security_group_id: sg-1
                cloud_provider: aws
                lockdown_type: allow_ir_only
                ir_cidrs: [192.0.2.0/24]
                preserve_logging: false
                reason: Intruder""";
            case DEPLOY_WAF_RULE -> """
                rule_name: no-admin
                rule_type: challenge
                conditions:
                  - {field: "header:X-Debug", operator: regex, value: "^1+$", negate: true}
                  - {field: ip, operator: ip_in, value: [192.0.2.0/24, "2001:db8::/32"]}
                  - {field: method, operator: in, value: [PUT, DELETE]}
                  - {field: country, operator: equals, value: XX}
                waf_provider: guardian
                priority: 7
                reason: Exploit""";
            case RATE_LIMIT -> """
                endpoint: shop.example/login
                limit: 5
                window_seconds: 60
                action: throttle
                scope: user
                whitelist: [192.0.2.0/24]
                reason: Password spraying""";
            case SHUTDOWN_SERVICE -> """
                service_name: shop
                shutdown_type: immediate
                drain_connections: false
                display_maintenance_page: false
                notify_stakeholders: [owner@corp.example]
                reason: Defacement""";
            case LOCKDOWN_DATABASE -> """
                database: orders
                db_type: mongodb
                lockdown_level: full_lockdown
                revoke_users: [eve]
                preserve_admin: [dba]
                reason: Data theft""";
            case QUARANTINE_MESSAGES -> """
                search_criteria:
                  sender: ceo@evil.example
                  sender_domain: evil.example
                  subject: Invoice
                  subject_contains: voic
                  message_id: <x@evil.example>
                  recipient: j.doe@corp.example
                  date_range: [2026-01-05, "2026-01-06T08:00:00+01:00"]
                  has_attachment: true
                  attachment_name: invoice.exe
                  attachment_sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                  url_contains: evil.example/pay
                  mailboxes: [j.doe@corp.example, jane]
                email_platform: imap
                delete_from_mailboxes: false
                preserve_for_analysis: false
                reason: Phishing""";
            case BLOCK_SENDER -> """
                sender: evil.example
                block_type: domain
                email_platform: exchange
                add_to_threat_list: false
                reason: Phishing""";
            case REMOVE_INBOX_RULES -> """
                username: j.doe
                rule_criteria:
                  forwards_externally: true
                  redirects_externally: true
                  deletes_messages: true
                  moves_to_folder: [RSS Feeds, Archive]
                  marks_as_read: true
                  name_contains: "."
                  name_is_blank_or_symbols: true
                email_platform: google
                reason: Stolen mailbox""";
        };
    }
}
