package dev.cordon.connectors.network.powerdns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An absolute name as zone files write it, with a dot at its end, in small letters: {@code evil.corp.example.}. A dot
 * behind a backslash belongs to its label (RFC 1035 §5.1).
 *
 * @param labels from the left; none for the root
 */
record DnsName(List<String> labels) {

    private static final String ANY = "*";

    DnsName {
        labels = List.copyOf(labels);
    }

    static DnsName parse(String text) {
        var labels = new ArrayList<String>();
        var label = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '.') {
                add(labels, label);
            } else {
                label.append(c);
                if (c == '\\' && i + 1 < text.length()) {
                    label.append(text.charAt(++i));
                }
            }
        }
        add(labels, label);
        return new DnsName(labels);
    }

    private static void add(List<String> labels, StringBuilder label) {
        if (!label.isEmpty()) {
            labels.add(label.toString().toLowerCase(Locale.ROOT));
            label.setLength(0);
        }
    }

    boolean isAtOrBelow(DnsName other) {
        var more = labels.size() - other.labels.size();
        return more >= 0 && labels.subList(more, labels.size()).equals(other.labels);
    }

    boolean isBelow(DnsName other) {
        return isAtOrBelow(other) && !equals(other);
    }

    /** @throws java.util.NoSuchElementException for the root */
    DnsName parent() {
        labels.getFirst();
        return new DnsName(labels.subList(1, labels.size()));
    }

    /** What answers for every name below this one that is not there. */
    DnsName wildcard() {
        var all = new ArrayList<>(List.of(ANY));
        all.addAll(labels);
        return new DnsName(all);
    }

    boolean isWildcard() {
        return !labels.isEmpty() && labels.getFirst().equals(ANY);
    }

    /** Without the dot at the end, as people write it. */
    String inWords() {
        return labels.isEmpty() ? "." : String.join(".", labels);
    }

    @Override
    public String toString() {
        return String.join(".", labels) + ".";
    }
}
