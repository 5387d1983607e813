package dev.cordon.configuration;

import dev.cordon.document.Parameter;
import dev.cordon.document.PostgresqlUrl;
import dev.cordon.document.Schema;
import dev.cordon.document.SecretRef;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.util.Optional;

/** How {@code store} is written. */
final class StoreSection {

    private static final Parameter<PostgresqlUrl> URL = Parameter.required(
            "url", Types.text("address", PostgresqlUrl::parse), "jdbc:postgresql://HOST:PORT/DATABASE.");
    private static final Parameter<Optional<String>> USER =
            Parameter.optional("user", Types.line(63), "Who owns Cordon's tables there.");
    private static final Parameter<Optional<SecretRef>> PASSWORD =
            Parameter.optional("password", Types.secret(), "Its password; left out where the server asks for none.");

    static final Parameter<Optional<SharedStoreSettings>> STORE = Parameter.optional(
            "store",
            Types.group(Schema.of("store", URL, USER, PASSWORD), StoreSection::settings, StoreSection::values),
            "A database in which several Cordons keep journal and plans together; else the data folder has them.");

    private StoreSection() {}

    private static SharedStoreSettings settings(Values given) {
        return new SharedStoreSettings(given.get(URL), given.get(USER), given.get(PASSWORD));
    }

    private static Values values(SharedStoreSettings settings) {
        return Values.of(URL.is(settings.url()), USER.is(settings.user()), PASSWORD.is(settings.password()));
    }
}
