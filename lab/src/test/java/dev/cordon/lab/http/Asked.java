package dev.cordon.lab.http;

import java.util.Map;

/**
 * A request as it came over the wire.
 *
 * @param target the path with its query, as it was written
 * @param headers by their names in small letters
 */
public record Asked(String method, String target, Map<String, String> headers, String body) {}
