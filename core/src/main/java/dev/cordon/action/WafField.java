package dev.cordon.action;

import dev.cordon.document.Printable;
import dev.cordon.document.Word;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The part of a request that a condition looks at. */
public sealed interface WafField {

    enum Part implements WafField, Word {
        /** The path. */
        URI,
        METHOD,
        QUERY,
        BODY,
        /** The client's address. */
        IP,
        /** Where the client's address is registered. */
        COUNTRY,
        USER_AGENT;

        @Override
        public String toString() {
            return word();
        }
    }

    /**
     * A header by its name, which has no case (RFC 9110 §5.1) and is kept in small letters; written
     * {@code header:NAME}.
     */
    record Header(String name) implements WafField {

        private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");

        public Header {
            if (!TOKEN.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        Printable.quoted(name) + " is no name of a header: RFC 9110 has letters, digits, '-' and '_'");
            }
            name = name.toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return PREFIX + name;
        }
    }

    String PREFIX = "header:";

    /** What may be written, for messages and the catalogue. */
    String WORDS = "one of uri|method|header:NAME|query|body|ip|country|user_agent";

    /** @throws IllegalArgumentException when there is no such part */
    static WafField parse(String text) {
        if (text.startsWith(PREFIX)) {
            return new Header(text.substring(PREFIX.length()));
        }
        return Arrays.stream(Part.values())
                .filter(part -> part.word().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(WORDS + " is wanted here, not " + Printable.quoted(text)));
    }
}
