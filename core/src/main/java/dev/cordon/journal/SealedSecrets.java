package dev.cordon.journal;

import dev.cordon.operation.Value;

/** Where generated secrets are kept, sealed, from before they are sent until a person has seen them. */
public interface SealedSecrets {

    /** For whoever sends nothing that holds one. */
    SealedSecrets NONE = new SealedSecrets() {
        @Override
        public Value.Sealed made(SecretName name, Value.Secret wanted) {
            throw new JournalException("nothing is sealed here, so no secret can be made for " + name.action());
        }

        @Override
        public boolean holds(SecretName name) {
            return false;
        }

        @Override
        public String opened(Value.Sealed sealed) {
            throw new JournalException("nothing is sealed here: " + sealed.name());
        }
    };

    /**
     * The secret of this name, made now where there is none yet; sealed durably when this returns.
     *
     * @throws JournalException where it cannot be sealed, or a person was shown it and nothing may use it any more
     */
    Value.Sealed made(SecretName name, Value.Secret wanted);

    /** Whether it was made and not yet revealed. */
    boolean holds(SecretName name);

    /** @throws JournalException where it is not there, or the key is not the one that it was sealed with */
    String opened(Value.Sealed sealed);
}
