package dev.cordon.transport.sql;

import dev.cordon.document.SecretRef;
import java.util.Map;
import java.util.Optional;

/**
 * Where a server is and who goes there. Holds no secret, only where it is kept.
 *
 * @param host a name or an address; an IPv6 address without brackets
 * @param parameters of the driver, for example {@code sslmode}
 * @param password empty where the server asks for none
 */
public record SqlServer(
        String host, int port, String user, Optional<SecretRef> password, Map<String, String> parameters) {

    public SqlServer {
        parameters = Map.copyOf(parameters);
    }
}
