package dev.cordon.operation;

import java.util.random.RandomGenerator;

/**
 * What a generated password is made of. None of these characters has a meaning inside a JSON text, so a password reads
 * the same there.
 */
public enum Alphabet {

    /** 62 characters: nearly 6 bits each. */
    LETTERS_AND_DIGITS("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"),

    /** 72 characters, for a directory that wants one that is neither; a password has one of each kind. */
    WITH_SIGNS(LETTERS_AND_DIGITS.characters + "!#%+,-.:=_");

    private final String characters;

    Alphabet(String characters) {
        this.characters = characters;
    }

    /** @param random cannot be foretold: a {@link java.security.SecureRandom} outside tests */
    public String draw(int length, RandomGenerator random) {
        while (true) {
            var text = new StringBuilder(length);
            random.ints(length, 0, characters.length()).forEach(index -> text.append(characters.charAt(index)));
            if (hasEachKind(text.toString())) {
                return text.toString();
            }
        }
    }

    private boolean hasEachKind(String text) {
        return text.chars().anyMatch(Character::isUpperCase)
                && text.chars().anyMatch(Character::isLowerCase)
                && text.chars().anyMatch(Character::isDigit)
                && (this == LETTERS_AND_DIGITS || !text.chars().allMatch(Character::isLetterOrDigit));
    }
}
