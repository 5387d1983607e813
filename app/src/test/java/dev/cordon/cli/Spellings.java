package dev.cordon.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** The ways in which a secret may have been written down, byte by byte, and whether one of them was. */
record Spellings(Map<String, List<String>> byName) {

    static Spellings of(String secret) {
        var bytes = secret.getBytes(UTF_8);
        var json = JsonNodeFactory.instance.stringNode(secret).toString();
        var spellings = new LinkedHashMap<String, List<String>>();
        spellings.put("itself", List.of(new String(bytes, ISO_8859_1)));
        spellings.put(
                "JSON", List.of(new String(json.substring(1, json.length() - 1).getBytes(UTF_8), ISO_8859_1)));
        spellings.put("URL", List.of(URLEncoder.encode(secret, UTF_8)));
        spellings.put(
                "hex",
                List.of(
                        HexFormat.of().formatHex(bytes),
                        HexFormat.of().withUpperCase().formatHex(bytes)));
        spellings.put("base64", base64(bytes));
        spellings.put("UTF-16", List.of(new String(secret.getBytes(UTF_16LE), ISO_8859_1)));
        return new Spellings(spellings);
    }

    /** Wherever in a longer text it begins: three ways, without the characters that its neighbours have a part in. */
    private static List<String> base64(byte[] bytes) {
        var ways = new ArrayList<String>();
        for (var shift = 0; shift < 3; shift++) {
            var shifted = new byte[shift + bytes.length - (shift + bytes.length) % 3];
            System.arraycopy(bytes, 0, shifted, shift, shifted.length - shift);
            var text = Base64.getEncoder().encodeToString(shifted);
            ways.add(text.substring(shift == 0 ? 0 : shift + 1));
        }
        return ways;
    }

    /** The spellings that stand in it, by name. */
    List<String> in(String written) {
        return byName.entrySet().stream()
                .filter(spelling -> spelling.getValue().stream().anyMatch(written::contains))
                .map(Map.Entry::getKey)
                .toList();
    }
}
