package dev.cordon.configuration;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.SecretRef;
import dev.cordon.document.Type;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.journal.SealingKey;
import java.util.Map;
import java.util.Optional;

/** How {@code sealing} is written: {@code {key: file:/etc/cordon/sealing.key}}. */
final class SealingSection {

    private static final Parameter<SecretRef> KEY = Parameter.required(
            "key", Types.secret(), "32 random bytes in base64, as 'openssl rand -base64 32' prints them.");

    private static final Type<SecretRef> SECTION =
            Types.group(Schema.of("sealing", KEY), given -> given.get(KEY), reference -> Values.of(KEY.is(reference)));

    static final Parameter<Optional<SecretRef>> SEALING = Parameter.optional(
            "sealing", SECTION, "With which key passwords that Cordon makes are sealed until a person has seen them.");

    private SealingSection() {}

    /** @throws IllegalArgumentException where it cannot be had, or is no key */
    static SealingKey key(SecretRef reference, Map<String, String> environment) {
        return switch (reference.resolve(environment)) {
            case SecretRef.Resolved.Known(var secret) -> parsed(secret);
            case SecretRef.Resolved.Unknown(var why) -> throw new IllegalArgumentException("sealing.key: " + why);
        };
    }

    private static SealingKey parsed(String secret) {
        try {
            return SealingKey.parse(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sealing.key: " + e.getMessage(), e);
        }
    }
}
