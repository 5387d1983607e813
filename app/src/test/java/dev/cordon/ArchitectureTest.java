package dev.cordon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.cordon.plan.Connector;
import java.util.List;

/** Dependencies point one way. */
@AnalyzeClasses(
        packages = "dev.cordon",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    /** What other modules lend to tests stands in jars whose names say so. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule modules_know_only_those_below_them = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy(
                    "dev.cordon.action..",
                    "dev.cordon.document..",
                    "dev.cordon.operation..",
                    "dev.cordon.plan..",
                    "dev.cordon.playbook..",
                    "dev.cordon.policy..",
                    "dev.cordon.configuration..",
                    "dev.cordon.journal..",
                    "dev.cordon.execution..",
                    "dev.cordon.report..",
                    "dev.cordon.library..")
            .layer("connectors")
            .definedBy("dev.cordon.transport..", "dev.cordon.connectors..")
            .layer("lab")
            .definedBy("dev.cordon.lab..")
            .layer("app")
            .definedBy("dev.cordon.cli..", "dev.cordon.demo..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("connectors")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("lab")
            .mayOnlyBeAccessedByLayers("app");

    /** The packages of core as {@code docs/architecture.md} lists them. */
    private static final List<String> CORE = List.of(
            "document",
            "action",
            "operation",
            "playbook",
            "plan",
            "policy",
            "journal",
            "execution",
            "configuration",
            "report",
            "library");

    @ArchTest
    static void packages_of_core_know_only_those_before_them(JavaClasses classes) {
        for (var name : CORE.subList(0, CORE.size() - 1)) {
            var later = CORE.subList(CORE.indexOf(name) + 1, CORE.size());

            noClasses()
                    .that()
                    .resideInAPackage("dev.cordon." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later.stream()
                            .map(each -> "dev.cordon." + each + "..")
                            .toArray(String[]::new))
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("dev.cordon.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule core_uses_no_framework = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.cordon.action..", "dev.cordon.plan..", "dev.cordon.execution..", "dev.cordon.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "picocli..", "jakarta..");

    @ArchTest
    static final ArchRule only_the_journal_knows_its_store = noClasses()
            .that()
            .resideOutsideOfPackages("dev.cordon.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.sqlite..");

    @ArchTest
    static final ArchRule a_connector_reaches_the_world_only_through_its_reader = noClasses()
            .that()
            .implement(Connector.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net..", "dev.cordon.transport..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class);

    @ArchTest
    static final ArchRule only_main_reads_the_clock_of_the_system = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.cordon.plan..", "dev.cordon.execution..", "dev.cordon.journal..", "dev.cordon.report..")
            .should()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule connectors_are_values =
            classes().that().implement(Connector.class).should().haveOnlyFinalFields();
}
