package dev.cordon.action;

import dev.cordon.document.Word;
import java.util.Arrays;
import java.util.Optional;

/** What a firewall is to block. */
public sealed interface BlockTarget {

    /** An address or a network. */
    record Addresses(Cidr range) implements BlockTarget {
        @Override
        public TargetType type() {
            return TargetType.IP;
        }

        @Override
        public String toString() {
            return range.shortest();
        }
    }

    /** The addresses that a name resolves to, kept fresh while the block lasts. */
    record Domain(DomainName name) implements BlockTarget {
        @Override
        public TargetType type() {
            return TargetType.DOMAIN;
        }

        @Override
        public String toString() {
            return name.toString();
        }
    }

    /** TCP and UDP, to or from anybody. */
    record Ports(PortRange range) implements BlockTarget {
        @Override
        public TargetType type() {
            return TargetType.PORT;
        }

        @Override
        public String toString() {
            return range.toString();
        }
    }

    enum TargetType implements Word {
        IP,
        DOMAIN,
        PORT
    }

    TargetType type();

    /** @throws IllegalArgumentException when the text is not of that type */
    static BlockTarget parse(String text, TargetType type) {
        return switch (type) {
            case IP -> new Addresses(Cidr.parse(text));
            case DOMAIN -> new Domain(new DomainName(text));
            case PORT -> new Ports(PortRange.parse(text));
        };
    }

    /** What is wrong with the text as a target of that type, and which type it would fit. */
    static Optional<String> misfit(String text, TargetType type) {
        return refusal(text, type)
                .map(why -> Arrays.stream(TargetType.values())
                        .filter(other -> refusal(text, other).isEmpty())
                        .findFirst()
                        .map(other -> why + "; it would fit target_type '" + other.word() + "'")
                        .orElse(why));
    }

    private static Optional<String> refusal(String text, TargetType type) {
        try {
            var _ = parse(text, type);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
