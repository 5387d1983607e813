package dev.cordon.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

    @TempDir
    Path folder;

    @Test
    void name_of_the_file_decides_between_json_and_yaml() throws IOException {
        assertThat(problems("a.yaml", "a: 1 # comment".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(problems("a.json", "a: 1 # comment".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains("a.json:1:")
                .contains("is no JSON");
    }

    @Test
    void file_that_is_not_there_or_a_folder_is_a_problem() {
        assertThat(problems(folder.resolve("none.yaml")))
                .singleElement()
                .asString()
                .endsWith("there is no such file");
        assertThat(problems(folder)).singleElement().asString().endsWith("is a folder; a file is wanted");
    }

    @Test
    void bytes_that_are_not_utf_8_are_a_problem_with_their_place() throws IOException {
        var latin1 = "a: 1\nb: café\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problems("a.yaml", latin1))
                .singleElement()
                .asString()
                .endsWith("a.yaml:2:7: is not UTF-8 from here on");
    }

    @Test
    void control_characters_are_a_problem_with_their_place() throws IOException {
        var text = "a: 1\nb: x\0y\n".getBytes(StandardCharsets.UTF_8);

        assertThat(problems("a.yaml", text))
                .singleElement()
                .asString()
                .endsWith("a.yaml:2:5: the character U+0000 has no place in a text file");
        assertThat(problems("a.json", text)).singleElement().asString().contains("a.json:2:5: the character U+0000");
    }

    @Test
    void empty_file_is_a_problem() throws IOException {
        assertThat(problems("a.yaml", new byte[0])).singleElement().asString().endsWith("is empty");
        assertThat(problems("a.yaml", "# nothing\n".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .endsWith("is empty");
    }

    @Test
    void byte_order_mark_is_left_out() throws IOException {
        assertThat(problems("a.yaml", "\uFEFFa: 1\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void four_mebibytes_are_read_and_one_byte_more_is_a_problem() throws IOException {
        var line = "- " + "a".repeat(61) + "\n";
        var most = line.repeat(4 * 1024 * 1024 / line.length());

        assertThat(most.length()).isEqualTo(4 * 1024 * 1024);
        assertThat(problems("a.yaml", most.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(problems("a.yaml", (most + "#").getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .endsWith("is larger than 4 MiB");
    }

    private List<String> problems(String name, byte[] bytes) throws IOException {
        return problems(Files.write(folder.resolve(name), bytes));
    }

    private static List<String> problems(Path file) {
        var problems = new Problems();
        var node = Documents.read(file, problems);
        assertThat(node.isPresent() || !problems.none()).isTrue();
        return problems.list().stream().map(Problem::toString).toList();
    }
}
