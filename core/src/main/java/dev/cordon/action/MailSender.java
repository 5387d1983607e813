package dev.cordon.action;

import dev.cordon.document.Word;
import java.util.Arrays;
import java.util.Optional;

/** Whose mail is refused. */
public sealed interface MailSender {

    record Address(EmailAddress address) implements MailSender {
        @Override
        public BlockType type() {
            return BlockType.EMAIL;
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /** Everybody at a domain. */
    record Domain(DomainName name) implements MailSender {
        @Override
        public BlockType type() {
            return BlockType.DOMAIN;
        }

        @Override
        public String toString() {
            return name.toString();
        }
    }

    enum BlockType implements Word {
        EMAIL,
        DOMAIN
    }

    BlockType type();

    /** @throws IllegalArgumentException when the text is not of that type */
    static MailSender parse(String text, BlockType type) {
        return switch (type) {
            case EMAIL -> new Address(new EmailAddress(text));
            case DOMAIN -> new Domain(new DomainName(text));
        };
    }

    /** What is wrong with the text as a sender of that type, and which type it would fit. */
    static Optional<String> misfit(String text, BlockType type) {
        return refusal(text, type)
                .map(why -> Arrays.stream(BlockType.values())
                        .filter(other -> refusal(text, other).isEmpty())
                        .findFirst()
                        .map(other -> why + "; it would fit block_type '" + other.word() + "'")
                        .orElse(why));
    }

    private static Optional<String> refusal(String text, BlockType type) {
        try {
            var _ = parse(text, type);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
