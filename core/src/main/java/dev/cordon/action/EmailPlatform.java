package dev.cordon.action;

import dev.cordon.document.Word;

/** Where mailboxes are; its word is also a type of platform. */
public enum EmailPlatform implements Word {
    OFFICE365,
    GOOGLE,
    EXCHANGE,
    IMAP
}
