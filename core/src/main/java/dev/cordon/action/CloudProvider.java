package dev.cordon.action;

import dev.cordon.document.Word;

/** A cloud; its word is also the type of the platforms that it is configured as. */
public enum CloudProvider implements Word {
    AWS,
    AZURE,
    GCP
}
