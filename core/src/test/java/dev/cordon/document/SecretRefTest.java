package dev.cordon.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cordon.document.SecretRef.Resolved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRefTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "env:",
                "env:A-B hunter2",
                "env:1hunter2",
                "file:",
                "file:hunter2\0",
                "ENV:hunter2",
                " env:hunter2"
            })
    void anything_but_a_reference_is_refused_and_not_repeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretRef.parse(text))
                .withMessage(SecretRef.WANTED)
                .withNoCause();
    }

    /** A password may begin with what YAML gives a meaning to, and stand where the YAML is broken. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "'hunter2'",
                "*hunter2",
                "&hunter2",
                "&hunter2 x",
                "!hunter2",
                "!hunter2!x",
                "!hunter2 x",
                "%hunter2",
                "@hunter2",
                "`hunter2",
                "\"hunter2",
                "'hunter2",
                "{hunter2",
                "[hunter2",
                "{hunter2: 1}",
                "[hunter2]",
                "|hunter2",
                "hunter2: x",
                "\"\\hunter2\""
            })
    void password_in_a_file_is_a_problem_that_does_not_repeat_it(String written) {
        var problems = Reads.problems(
                Types.group(
                        Schema.of("a platform", Parameter.required("password", Types.secret(), "The password.")),
                        values -> values,
                        values -> values),
                "password: " + written + "\n");

        assertThat(problems).isNotEmpty().noneMatch(problem -> problem.contains("hunter2"));
    }

    @Test
    void reference_is_written_as_it_was_read_however_long_its_path() {
        var path = "/run/" + "a".repeat(200);

        assertThat(SecretRef.parse("env:AD_PASSWORD")).hasToString("env:AD_PASSWORD");
        assertThat(Types.secret().write(SecretRef.parse("file:" + path)).stringValue())
                .isEqualTo("file:" + path);
    }

    @Test
    void secret_of_the_environment_is_read_when_it_is_used() {
        var reference = SecretRef.parse("env:AD_PASSWORD");

        assertThat(reference.resolve(Map.of("AD_PASSWORD", "hunter2"))).isEqualTo(new Resolved.Known("hunter2"));
        assertThat(reference.resolve(Map.of()))
                .isEqualTo(new Resolved.Unknown("env:AD_PASSWORD is not set in the environment"));
        assertThat(reference.resolve(Map.of("AD_PASSWORD", "")))
                .isEqualTo(new Resolved.Unknown("env:AD_PASSWORD is empty"));
    }

    @Test
    void secret_of_a_file_loses_one_newline_at_its_end() throws IOException {
        var file = Files.writeString(folder.resolve("secret"), " hunter2 \n\n");

        assertThat(SecretRef.parse("file:" + file).resolve(Map.of())).isEqualTo(new Resolved.Known(" hunter2 \n"));
        assertThat(SecretRef.parse("file:" + folder.resolve("none")).resolve(Map.of()))
                .isInstanceOfSatisfying(
                        Resolved.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("cannot be read (NoSuchFileException)"));
    }

    @Test
    void known_secret_does_not_print_itself() {
        assertThat(new Resolved.Known("hunter2")).hasToString("***");
    }
}
