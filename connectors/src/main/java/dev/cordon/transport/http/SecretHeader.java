package dev.cordon.transport.http;

import dev.cordon.document.SecretRef;

/**
 * The header that says who asks. Holds no secret, only where it is kept.
 *
 * @param name constant text of the connector: {@code X-API-Key}
 */
public record SecretHeader(String name, SecretRef secret) {}
