package dev.cordon.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a file into a tree with places: JSON when its name ends in {@code .json}, else YAML 1.2. UTF-8, at most 4 MiB,
 * one document, no tags, anchors or aliases. Whatever is wrong becomes a problem, never an exception.
 */
public final class Documents {

    /** In bytes, so that it bounds the characters too. */
    static final int LARGEST = 4 * 1024 * 1024;

    private Documents() {}

    public static Optional<Node> read(Path file, Problems problems) {
        var source = file.toString();
        return bytes(file, problems)
                .flatMap(bytes -> text(source, bytes, problems))
                .flatMap(
                        text -> source.endsWith(".json") ? json(source, text, problems) : yaml(source, text, problems));
    }

    public static Optional<Node> yaml(String source, String text, Problems problems) {
        return readable(source, text, problems).flatMap(clean -> new YamlTree(source, problems).read(clean));
    }

    public static Optional<Node> json(String source, String text, Problems problems) {
        return readable(source, text, problems).flatMap(clean -> new JsonTree(source, clean, problems).read());
    }

    private static Optional<byte[]> bytes(Path file, Problems problems) {
        var place = Place.of(file.toString());
        if (Files.isDirectory(file)) {
            problems.add(place, "is a folder; a file is wanted");
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
                return Optional.of(bytes);
            }
            problems.add(place, "is larger than 4 MiB");
        } catch (NoSuchFileException e) {
            problems.add(place, "there is no such file");
        } catch (AccessDeniedException e) {
            problems.add(place, "cannot be read: permission denied");
        } catch (IOException e) {
            problems.add(place, "cannot be read: " + Printable.of(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static Optional<String> text(String source, byte[] bytes, Problems problems) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        try {
            return Optional.of(decoder.decode(in).toString());
        } catch (CharacterCodingException e) {
            var before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
            problems.add(placeAfter(source, before), "is not UTF-8 from here on");
            return Optional.empty();
        }
    }

    /** Without a byte order mark; a problem where a character is that no text file holds. */
    private static Optional<String> readable(String source, String text, Problems problems) {
        var clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (var i = 0; i < clean.length(); i += Character.charCount(clean.codePointAt(i))) {
            var point = clean.codePointAt(i);
            if (!StreamReader.isPrintable(point)) {
                problems.add(
                        placeAfter(source, clean.substring(0, i)),
                        "the character U+%04X has no place in a text file".formatted(point));
                return Optional.empty();
            }
        }
        if (clean.isBlank()) {
            problems.add(Place.of(source), "is empty");
            return Optional.empty();
        }
        return Optional.of(clean);
    }

    private static Place placeAfter(String source, String before) {
        var lineStart = before.lastIndexOf('\n') + 1;
        var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(source, line, before.codePointCount(lineStart, before.length()) + 1);
    }
}
