package dev.cordon.action;

import dev.cordon.document.Word;

/** Where an account lives; its word is also a type of platform. */
public enum Directory implements Word {
    ACTIVE_DIRECTORY,
    AZURE_AD,
    OKTA,
    GOOGLE
}
