package dev.cordon.document;

import java.util.Locale;

/**
 * A constant that is written as a word: its own name in small letters, {@code FULL_LOCKDOWN} as {@code full_lockdown}.
 */
public interface Word {

    /** The constant's name, as every enum has it. */
    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
