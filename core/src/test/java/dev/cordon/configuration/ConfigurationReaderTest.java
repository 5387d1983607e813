package dev.cordon.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.Cidr;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Problem;
import dev.cordon.document.Reading;
import dev.cordon.paper.PaperType;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Platform;
import dev.cordon.policy.ApprovalRule;
import dev.cordon.policy.ApprovalRules;
import dev.cordon.policy.Limits;
import dev.cordon.policy.Risk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {

    private static final String TWO = """
            platforms:
              app-db: {type: paper, desk: left, password: env:PAPER}
              edge:
                type: card
                desk: right
                sheets: 7
                password: env:CARD
            """;

    private final PaperType paper = new PaperType("paper");
    private final PaperType card = new PaperType("card");

    @TempDir
    Path folder;

    @Test
    void platforms_are_read_by_the_schema_of_their_type_in_the_order_of_the_file() throws IOException {
        var configuration = read(TWO);

        assertThat(configuration.platforms())
                .extracting(platform -> platform.name() + " " + platform.type().name() + " " + platform.settings())
                .containsExactly(
                        "app-db paper {\"desk\":\"left\",\"sheets\":5,\"password\":\"env:PAPER\"}",
                        "edge card {\"desk\":\"right\",\"sheets\":7,\"password\":\"env:CARD\"}");
    }

    @Test
    void all_platforms_are_opened_under_their_names() throws IOException {
        try (var platforms = read(TWO).open(Map.of("PAPER", "p", "CARD", "c"))) {
            assertThat(platforms.all())
                    .extracting(Platform::name)
                    .containsExactly(new PlatformName("app-db"), new PlatformName("edge"));
        }
    }

    @Test
    void a_platform_that_cannot_be_opened_is_named_and_those_before_it_are_closed() throws IOException {
        var configuration = read(TWO);

        assertThatThrownBy(() -> configuration.open(Map.of("PAPER", "p")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("platform 'edge': env:CARD is not set in the environment");
        assertThat(paper.opened())
                .singleElement()
                .satisfies(open -> assertThat(open.closed()).isTrue());
    }

    @Test
    void every_mistake_is_reported_at_once_with_its_place() throws IOException {
        var problems = problems("""
                platforms:
                  App DB: {type: paper, desk: left, password: env:PAPER}
                  a: {type: papre}
                  b: {type: okta, url: x}
                  c: {desk: left}
                  d: {type: paper, desk: left, password: hunter2, sheats: 3}
                  e: text
                  f: {type: [paper]}
                automations: {risk: high}
                platform: {}
                """);

        assertThat(problems)
                .containsExactly(
                        "2:3 'App DB' is no platform name: 1 to 64 small letters, digits, '-' and '_' make one",
                        "3:13 'papre' is no type of platform; there are paper, card; did you mean 'paper'?",
                        "4:13 type 'okta' has no connector yet",
                        "5:3 a platform needs 'type' (paper|card)",
                        "6:42 a secret is not written here: write env:NAME or file:PATH",
                        "6:51 a platform of type paper has no 'sheats'; did you mean 'sheets'?",
                        "7:3 a platform has its type and settings below it: 'type: …'; here is 'text'",
                        "8:13 the type of a platform is wanted here, not a list",
                        "9:1 'automations' is not yet obeyed by this version; leave it out",
                        "10:1 the configuration has no 'platform'; did you mean 'platforms'?");
    }

    @Test
    void a_secret_that_was_written_out_is_not_repeated() throws IOException {
        var problems = problems("platforms:\n  a: {type: paper, desk: left, password: hunter2}\n");

        assertThat(problems.toString()).doesNotContain("hunter2");
    }

    @Test
    void every_section_that_the_design_knows_and_nothing_obeys_is_refused() throws IOException {
        for (var section : List.of("automations", "guardian", "users", "server")) {
            assertThat(problems(section + ": {}\n" + TWO))
                    .containsExactly("1:1 '" + section + "' is not yet obeyed by this version; leave it out");
        }
    }

    @Test
    void what_is_protected_and_how_much_may_be_reached_is_read_with_its_defaults() throws IOException {
        var read = read("""
                protected:
                  hosts: [dc*]
                  accounts: [breakglass-*]
                  cidrs: [10.0.1.0/28]
                limits: {hosts: 5}
                """);

        assertThat(read.spared())
                .hasToString("ProtectedAssets[names=[], hosts=[dc*], accounts=[breakglass-*], cidrs=[10.0.1.0/28],"
                        + " responders=[]]");
        assertThat(read.limits()).isEqualTo(new Limits(5, 100, 65_536));
        assertThat(Configuration.NONE.limits()).isEqualTo(Limits.DEFAULT);
    }

    @Test
    void the_networks_of_the_responders_are_protected_and_a_section_without_them_is_a_mistake() throws IOException {
        assertThat(read("responders: {cidrs: [10.0.100.0/24]}\n").spared().responders())
                .containsExactly(Cidr.parse("10.0.100.0/24"));
        assertThat(problems("responders: {}\n")).hasSize(1);
    }

    @Test
    void approval_is_one_rule_or_several_and_by_default_a_second_person_for_what_reaches_many() throws IOException {
        var one = read("approval: {risk: high, approvers: 2}\n").approval();
        var several = read("""
                approval:
                  - {actions: [terminate_process], approvers: 0}
                  - {platforms: [app-db], above: {accounts: 3}, approvers: 1, within: 30m}
                """).approval();

        assertThat(one.rules())
                .containsExactly(
                        new ApprovalRule(List.of(), List.of(), Risk.HIGH, Optional.empty(), 2, Duration.ofHours(4)));
        assertThat(several.rules()).extracting(ApprovalRule::approvers).containsExactly(0, 1);
        assertThat(several.rules().getLast().above()).contains(new Limits(Integer.MAX_VALUE, 3, Integer.MAX_VALUE));
        assertThat(Configuration.NONE.approval()).isEqualTo(ApprovalRules.DEFAULT);
    }

    @Test
    void an_approval_by_three_or_of_an_unknown_action_is_a_mistake() throws IOException {
        assertThat(problems("approval: {risk: grave, approvers: 3, actions: [terminate_proces]}\n"))
                .hasSize(3);
    }

    @Test
    void a_protected_list_with_a_mistake_is_no_configuration() throws IOException {
        assertThat(problems("protected: {cidrs: [10.0.1.5/28], account: [x]}\nlimits: {hosts: 0}\n"))
                .hasSize(3);
    }

    @Test
    void the_guard_comes_with_the_platforms() throws IOException {
        try (var platforms = read("protected: {names: [orders]}\n").open(Map.of())) {
            var orders = new Asset(new PlatformName("app-db"), "database", "1", List.of("orders"));

            assertThat(platforms.guard().refusal(List.of(orders))).isPresent();
        }
    }

    @Test
    void a_file_that_is_not_there_is_a_problem_and_no_configuration_names_no_platform() throws IOException {
        assertThat(new ConfigurationReader(List.of()).read(folder.resolve("none.yaml")))
                .isInstanceOfSatisfying(
                        Reading.Wrong.class,
                        wrong -> assertThat(wrong.problems()).hasSize(1));
        assertThat(Configuration.NONE.platforms()).isEmpty();
        assertThat(read("platforms: {}\n")).isEqualTo(Configuration.NONE);
    }

    private Configuration read(String yaml) throws IOException {
        return switch (reading(yaml)) {
            case Reading.Read<Configuration>(var configuration) -> configuration;
            case Reading.Wrong<Configuration>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private List<String> problems(String yaml) throws IOException {
        return switch (reading(yaml)) {
            case Reading.Read<Configuration>(var configuration) -> throw new AssertionError(configuration.toString());
            case Reading.Wrong<Configuration>(var problems) ->
                problems.stream().map(ConfigurationReaderTest::withoutFile).toList();
        };
    }

    private Reading<Configuration> reading(String yaml) throws IOException {
        return new ConfigurationReader(List.of(paper, card)).read(Files.writeString(folder.resolve("c.yaml"), yaml));
    }

    private static String withoutFile(Problem problem) {
        var place = problem.place();
        return place.line() + ":" + place.column() + " "
                + problem.toString().substring(place.toString().length() + 2);
    }
}
