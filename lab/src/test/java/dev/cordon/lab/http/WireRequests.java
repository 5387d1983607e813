package dev.cordon.lab.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;

/** Reads a request with a body of a known length. */
final class WireRequests {

    private WireRequests() {}

    /** @throws EOFException where the other side closed before a whole request came */
    static Asked read(InputStream in) throws IOException {
        var first = line(in).split(" ", 3);
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Asked(first[0], first[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException();
            }
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }
}
