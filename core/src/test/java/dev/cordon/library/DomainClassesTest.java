package dev.cordon.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionKind;
import dev.cordon.document.Parameter;
import dev.cordon.report.ContainmentAction;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The 23 methods against their contract: names, order, defaults, and that each argument arrives where it belongs. */
class DomainClassesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<Class<?>> DOMAINS = List.of(
            NetworkContainment.class,
            EndpointContainment.class,
            IdentityContainment.class,
            CloudContainment.class,
            ApplicationContainment.class,
            EmailContainment.class);

    private static final Map<String, Object> SAMPLES = Map.ofEntries(
            Map.entry("ip_address", "10.0.0.5"),
            Map.entry("hostname", "web1"),
            Map.entry("reason", "seen by the SOC"),
            Map.entry("target", "198.51.100.1"),
            Map.entry("target_type", "ip"),
            Map.entry("direction", "both"),
            Map.entry("domains", List.of("evil.example", "worse.example")),
            Map.entry("sinkhole_ip", "10.0.0.6"),
            Map.entry("source_vlan", 10),
            Map.entry("target_vlan", 20),
            Map.entry("affected_hosts", List.of("10.0.0.7")),
            Map.entry("edr_platform", "crowdstrike"),
            Map.entry("process_name", "xmrig"),
            Map.entry("service_name", "miner"),
            Map.entry("output_path", "/var/tmp/evidence"),
            Map.entry("username", "j.doe"),
            Map.entry("account_name", "svc-backup"),
            Map.entry("principal", "arn:aws:iam::123456789012:user/eve"),
            Map.entry("cloud_provider", "aws"),
            Map.entry("resource_id", "i-0123456789abcdef0"),
            Map.entry("resource_type", "ec2_instance"),
            Map.entry("key_ids", List.of("AKIAIOSFODNN7EXAMPLE")),
            Map.entry("security_group_id", "sg-0123456789abcdef0"),
            Map.entry("rule_name", "block-admin"),
            Map.entry("rule_type", "block"),
            Map.entry("conditions", List.of(Map.of("field", "uri", "operator", "starts_with", "value", "/admin"))),
            Map.entry("waf_provider", "cloudflare"),
            Map.entry("endpoint", "/login"),
            Map.entry("limit", 100),
            Map.entry("window_seconds", 60),
            Map.entry("database", "orders"),
            Map.entry("db_type", "postgresql"),
            Map.entry("search_criteria", Map.of("sender", "a@evil.example", "has_attachment", true)),
            Map.entry("email_platform", "google"),
            Map.entry("sender", "a@evil.example"),
            Map.entry("rule_criteria", Map.of("forwards_externally", true)));

    /** Other values than the defaults. */
    private static final Map<String, Object> OTHERS = Map.ofEntries(
            Map.entry("isolation_type", "monitor"),
            Map.entry("allow_list", List.of("10.0.0.0/24")),
            Map.entry("duration_hours", 24),
            Map.entry("ir_subnet", "10.0.100.0/24"),
            Map.entry("isolation_level", "selective"),
            Map.entry("process_id", 4711),
            Map.entry("tool", "lime"),
            Map.entry("directory", "okta"),
            Map.entry("session_types", List.of("vpn", "web")),
            Map.entry("credential_type", "api_key"),
            Map.entry("services", List.of("backup")),
            Map.entry("isolation_method", "nacl"),
            Map.entry("forensic_ip", "10.0.100.5"),
            Map.entry("lockdown_type", "block_egress"),
            Map.entry("ir_cidrs", List.of("10.0.100.0/24")),
            Map.entry("priority", 5),
            Map.entry("action", "throttle"),
            Map.entry("scope", "user"),
            Map.entry("whitelist", List.of("10.0.0.0/24")),
            Map.entry("shutdown_type", "immediate"),
            Map.entry("notify_stakeholders", List.of("ceo@corp.example")),
            Map.entry("lockdown_level", "admin_only"),
            Map.entry("revoke_users", List.of("eve")),
            Map.entry("preserve_admin", List.of("dba")),
            Map.entry("block_type", "domain"),
            Map.entry("email_platform", "exchange"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        NetworkContainment     | isolate_host            | ip_address, hostname, reason, isolation_type, allow_list
        NetworkContainment     | firewall_block          | target, target_type, direction, reason, duration_hours
        NetworkContainment     | dns_sinkhole            | domains, sinkhole_ip, reason, log_queries
        NetworkContainment     | segment_network         | source_vlan, target_vlan, affected_hosts, allow_ir_access, ir_subnet
        EndpointContainment    | quarantine_endpoint     | hostname, edr_platform, isolation_level, allow_list, preserve_evidence
        EndpointContainment    | terminate_process       | hostname, process_name, process_id, kill_children, create_memory_dump
        EndpointContainment    | disable_service         | hostname, service_name, stop_immediately, disable_autostart, backup_config
        EndpointContainment    | preserve_memory         | hostname, output_path, tool, compress, hash_output
        IdentityContainment    | disable_account         | username, reason, directory, preserve_data, notify_manager
        IdentityContainment    | terminate_sessions      | username, session_types, force, invalidate_tokens
        IdentityContainment    | force_password_reset    | username, require_mfa_reenroll, expire_immediately, notify_user, generate_temp_password
        IdentityContainment    | rotate_service_account  | account_name, credential_type, update_dependent_services, services
        CloudContainment       | revoke_iam_permissions  | principal, cloud_provider, revocation_type, preserve_audit_logs
        CloudContainment       | isolate_resource        | resource_id, resource_type, cloud_provider, isolation_method, allow_forensic_access, forensic_ip
        CloudContainment       | revoke_api_keys         | key_ids, cloud_provider, create_new_keys, notify_owner
        CloudContainment       | lockdown_security_group | security_group_id, cloud_provider, lockdown_type, ir_cidrs, preserve_logging
        ApplicationContainment | deploy_waf_rule         | rule_name, rule_type, conditions, waf_provider, priority
        ApplicationContainment | rate_limit              | endpoint, limit, window_seconds, action, scope, whitelist
        ApplicationContainment | shutdown_service        | service_name, shutdown_type, drain_connections, display_maintenance_page, notify_stakeholders
        ApplicationContainment | lockdown_database       | database, db_type, lockdown_level, revoke_users, preserve_admin
        EmailContainment       | quarantine_messages     | search_criteria, email_platform, delete_from_mailboxes, preserve_for_analysis
        EmailContainment       | block_sender            | sender, block_type, email_platform, add_to_threat_list
        EmailContainment       | remove_inbox_rules      | username, rule_criteria, email_platform
        """)
    void each_action_has_its_method_with_the_parameters_of_the_contract_in_their_order(
            String domain, String key, String parameters) {
        var kind = ActionKind.of(key).orElseThrow();

        var signatures = forms(kind).stream().map(DomainClassesTest::names).toList();

        assertThat(forms(kind))
                .allMatch(form -> form.getDeclaringClass().getSimpleName().equals(domain));
        assertThat(signatures).contains(List.of(parameters.split(", ")));
        assertThat(signatures.getFirst()).isEqualTo(required(kind, parameters));
    }

    @Test
    void the_short_form_has_the_defaults_of_the_contract() throws IOException {
        try (var desk = new Desk(folder)) {
            for (var kind : ActionKind.values()) {
                var short_ = call(desk, shortest(kind), Map.of());

                assertThat(short_.metadata().path("request")).as(kind.key()).isEqualTo(longForm(desk, kind, Map.of()));
            }
        }
    }

    @Test
    void each_argument_arrives_at_its_own_parameter() throws IOException {
        try (var desk = new Desk(folder)) {
            for (var kind : ActionKind.values()) {
                var usual = longForm(desk, kind, Map.of());
                for (var name : others(kind)) {
                    var changed = longForm(desk, kind, changing(kind, name));

                    assertThat(different(usual, changed))
                            .as(kind.key() + " " + name)
                            .isEqualTo(expected(kind, name));
                }
            }
        }
    }

    /** What may be left out, but for the type whose permissions are told beside it. */
    private static List<String> others(ActionKind kind) {
        return names(longest(kind)).stream()
                .filter(name -> !parameter(kind, name).required())
                .filter(name -> !name.equals("revocation_type"))
                .toList();
    }

    private static Map<String, Object> changing(ActionKind kind, String name) {
        if (name.equals("permissions")) {
            return Map.of("revocation_type", "specific", name, List.of("s3:GetObject"));
        }
        if (name.equals("block_type")) {
            return Map.of("sender", "evil.example", name, "domain");
        }
        var usual = defaults(kind).get(name);
        return Map.of(name, usual instanceof Boolean flag ? (Object) !flag : OTHERS.get(name));
    }

    private static List<String> expected(ActionKind kind, String name) {
        return kind.schema().parameters().stream()
                .map(Parameter::name)
                .filter(changing(kind, name)::containsKey)
                .toList();
    }

    private static List<String> different(JsonNode usual, JsonNode changed) {
        return usual.propertyStream()
                .filter(field -> !field.getKey().equals("reason") || !generated(field.getValue()))
                .filter(field -> !field.getValue().equals(changed.path(field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean generated(JsonNode reason) {
        return !reason.stringValue().equals(SAMPLES.get("reason"));
    }

    private static JsonNode longForm(Desk desk, ActionKind kind, Map<String, Object> changed) {
        return call(desk, longest(kind), changed).metadata().path("request");
    }

    private static ContainmentAction call(Desk desk, Method form, Map<String, Object> changed) {
        var kind = kind(form);
        var arguments = new ArrayList<@Nullable Object>();
        for (var name : names(form)) {
            var usual = parameter(kind, name).required()
                    ? SAMPLES.get(name)
                    : defaults(kind).get(name);
            arguments.add(changed.getOrDefault(name, usual));
        }
        try {
            var domain = form.getDeclaringClass()
                    .getConstructor(ActionPlanner.class)
                    .newInstance(desk.cordon.planner().byHand());
            return (ContainmentAction) form.invoke(domain, arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new AssertionError(form + " with " + arguments, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** As Java values. */
    private static Map<String, @Nullable Object> defaults(ActionKind kind) {
        var defaults = JSON.createObjectNode();
        kind.schema().parameters().forEach(parameter -> addDefault(parameter, defaults));
        return JSON.convertValue(defaults, Map.class);
    }

    private static <T> void addDefault(Parameter<T> parameter, ObjectNode into) {
        parameter
                .absent()
                .ifPresent(absent -> into.set(parameter.name(), parameter.type().write(absent)));
    }

    private static List<String> required(ActionKind kind, String parameters) {
        return Stream.of(parameters.split(", "))
                .filter(name -> parameter(kind, name).required())
                .toList();
    }

    private static Parameter<?> parameter(ActionKind kind, String name) {
        return kind.schema().parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind.key() + " has no " + name));
    }

    private static Method shortest(ActionKind kind) {
        return forms(kind).getFirst();
    }

    private static Method longest(ActionKind kind) {
        return forms(kind).getLast();
    }

    /** The shortest first. */
    private static List<Method> forms(ActionKind kind) {
        return DOMAINS.stream()
                .flatMap(domain -> Arrays.stream(domain.getMethods()))
                .filter(method -> method.getReturnType().equals(ContainmentAction.class))
                .filter(method -> kind(method) == kind)
                .sorted(Comparator.comparing(Method::getParameterCount))
                .toList();
    }

    private static ActionKind kind(Method method) {
        return ActionKind.of(snake(method.getName())).orElseThrow(() -> new AssertionError("no action " + method));
    }

    private static List<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> snake(parameter.getName()))
                .toList();
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
