package dev.cordon.transport.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a vendor's interface is and who asks there.
 *
 * @param authorities a PEM file with the authorities that its certificate may come from, instead of those that Java
 *     trusts; empty for those
 */
public record HttpServer(BaseUrl base, Optional<Path> authorities, SecretHeader credential, HttpLimits limits) {

    public HttpServer limits(HttpLimits other) {
        return new HttpServer(base, authorities, credential, other);
    }
}
