package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher {@code ./cordon} in a checkout of its own, with JDKs and a Maven that only write down what they are
 * told.
 */
class LauncherTest {

    private static final Path LAUNCHER =
            Path.of("..", "cordon").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Path checkout;

    @BeforeEach
    void checkout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        executable(checkout.resolve("cordon"), Files.readString(LAUNCHER));
        executable(checkout.resolve("mvnw"), """
                #!/bin/sh
                echo "built with $JAVA_HOME" >>built.log
                echo noise of maven
                mkdir -p app/target/lib
                """);
        Files.createDirectories(checkout.resolve("app/src/main/java"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.writeString(checkout.resolve("app/pom.xml"), "<project/>");
    }

    @Test
    void arguments_arrive_unchanged() throws Exception {
        var started = start(
                Map.of("JAVA_HOME", jdk("25.0.3")), checkout.resolve("cordon"), "plan", "a b", "'q\"", "$(x)", "", "ö");

        assertThat(started.out()).endsWith("<dev.cordon.cli.Main>\n<plan>\n<a b>\n<'q\">\n<$(x)>\n<>\n<ö>\n");
    }

    @Test
    void it_works_through_a_symbolic_link_from_another_folder() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link"), checkout.resolve("cordon"));

        var started = start(Map.of("JAVA_HOME", jdk("25.0.3")), link, "status");

        assertThat(started.code()).isZero();
        assertThat(started.out()).contains("<" + checkout.toRealPath() + "/app/target/*:");
    }

    @Test
    void a_jdk_that_is_too_old_is_passed_over() throws Exception {
        var fitting = jdk("26");

        var started = start(Map.of("JAVA_HOME", jdk("17.0.15"), "JAVA25_HOME", fitting), checkout.resolve("cordon"));

        assertThat(started.out()).startsWith("<java of " + fitting + ">\n");
    }

    @Test
    void the_first_start_builds_with_that_jdk_and_keeps_standard_output_clean() throws Exception {
        var jdk = jdk("25");

        var first = start(Map.of("JAVA_HOME", jdk), checkout.resolve("cordon"));
        var second = start(Map.of("JAVA_HOME", jdk), checkout.resolve("cordon"));

        assertThat(first.out()).startsWith("<java of ").doesNotContain("noise");
        assertThat(first.err()).contains("cordon: building", "noise of maven");
        assertThat(second.err()).isEmpty();
        assertThat(builds()).containsExactly("built with " + jdk);
    }

    @Test
    void a_newer_source_is_built_again() throws Exception {
        var jdk = jdk("25");
        start(Map.of("JAVA_HOME", jdk), checkout.resolve("cordon"));
        Files.setLastModifiedTime(
                checkout.resolve("app/src/main/java"),
                FileTime.from(Instant.now().plusSeconds(60)));

        start(Map.of("JAVA_HOME", jdk), checkout.resolve("cordon"));

        assertThat(builds()).hasSize(2);
    }

    @Test
    void several_first_starts_at_once_build_once() throws Exception {
        var jdk = jdk("25");
        var running = new ArrayList<Running>();
        for (var i = 0; i < 5; i++) {
            running.add(begin(Map.of("JAVA_HOME", jdk), checkout.resolve("cordon")));
        }

        for (var one : running) {
            assertThat(one.ended().code()).isZero();
        }

        assertThat(builds()).hasSize(1);
    }

    @Test
    void a_build_that_fails_starts_nothing_and_is_tried_again() throws Exception {
        var jdk = jdk("25");
        var maven = checkout.resolve("mvnw");
        var works = Files.readString(maven);
        Files.writeString(maven, "#!/bin/sh\necho broken >&2\nexit 1\n");

        var failed = start(Map.of("JAVA_HOME", jdk), checkout.resolve("cordon"));
        Files.writeString(maven, works);
        var again = start(Map.of("JAVA_HOME", jdk), checkout.resolve("cordon"));

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("broken", "the build failed");
        assertThat(again.code()).isZero();
    }

    @Test
    void only_the_demo_has_the_jars_of_the_lab_on_its_class_path() throws Exception {
        var environment = Map.of("JAVA_HOME", jdk("25"));

        assertThat(start(environment, checkout.resolve("cordon"), "demo").out()).contains("/demo-lib/*");
        assertThat(start(environment, checkout.resolve("cordon"), "status").out())
                .doesNotContain("/demo-lib/*");
    }

    @Test
    void another_kind_of_machine_is_told_so() throws Exception {
        var bin = Files.createDirectories(folder.resolve("bin"));
        executable(bin.resolve("uname"), "#!/bin/sh\n[ \"$1\" = -s ] && echo Darwin || echo arm64\n");

        var started = start(
                Map.of("JAVA_HOME", jdk("25"), "PATH", bin + ":" + System.getenv("PATH")), checkout.resolve("cordon"));

        assertThat(started.code()).isEqualTo(1);
        assertThat(started.err()).hasLineCount(1).contains("runs on Linux, x86-64 or arm64; this is Darwin on arm64");
    }

    private record Started(int code, String out, String err) {}

    private record Running(Process process, Path output) {

        Started ended() throws Exception {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Started(
                    process.exitValue(),
                    Files.readString(output.resolve("out")),
                    Files.readString(output.resolve("err")));
        }
    }

    private Started start(Map<String, String> environment, Path program, String... arguments) throws Exception {
        return begin(environment, program, arguments).ended();
    }

    private Running begin(Map<String, String> environment, Path program, String... arguments) throws IOException {
        var output = Files.createTempDirectory(folder, "output");
        var builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectOutput(output.resolve("out").toFile())
                .redirectError(output.resolve("err").toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "JAVA25_HOME"));
        builder.environment().putAll(environment);
        return new Running(builder.start(), output);
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(checkout.resolve("built.log"));
    }

    /** One whose java says which it is and what it was given. */
    private String jdk(String version) throws IOException {
        var home = Files.createDirectories(folder.resolve("jdk " + version));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        executable(home.resolve("bin/java"), """
                #!/bin/sh
                printf '<java of %s>\\n' "$(dirname "$(dirname "$0")")"
                for each; do printf '<%s>\\n' "$each"; done
                """);
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home.toString();
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
