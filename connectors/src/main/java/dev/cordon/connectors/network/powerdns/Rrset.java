package dev.cordon.connectors.network.powerdns;

import dev.cordon.action.IpAddress;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records of one name and type. Their order has no meaning, so they are sorted.
 *
 * @param name with a dot at its end, in small letters
 * @param ttl in seconds
 */
record Rrset(String name, String type, long ttl, List<Entry> records, List<Comment> comments) {

    /** How long a resolver may keep the sinkhole's address. */
    private static final long SINKHOLE_TTL = 60;

    Rrset {
        records = records.stream()
                .sorted(Comparator.comparing(Entry::content).thenComparing(Entry::disabled))
                .toList();
        comments = List.copyOf(comments);
    }

    /** @param disabled it is kept, and not answered */
    record Entry(String content, boolean disabled) {}

    /** @param modifiedAt in seconds since 1970 */
    record Comment(String content, String account, long modifiedAt) {}

    /** @throws IllegalArgumentException where it is not of the shape that the interface writes */
    static Rrset of(JsonNode json) {
        var rrset = new Rrset(
                DnsName.parse(Shape.text(json, "name")).toString(),
                Shape.text(json, "type"),
                Shape.number(json, "ttl"),
                Shape.list(json, "records").stream()
                        .map(each -> new Entry(Shape.text(each, "content"), Shape.truth(each, "disabled")))
                        .toList(),
                Shape.list(json, "comments").stream()
                        .map(each -> new Comment(
                                Shape.text(each, "content"),
                                Shape.text(each, "account"),
                                Shape.number(each, "modified_at")))
                        .toList());
        if (rrset.hasAddresses()) {
            rrset.records.forEach(each -> IpAddress.parse(each.content));
        }
        return rrset;
    }

    /** The one address that a name answers with, of either family. */
    static Rrset sinkhole(DnsName name, IpAddress address) {
        var entry = new Entry(address.value(), false);
        return new Rrset(name.toString(), address.isV4() ? "A" : "AAAA", SINKHOLE_TTL, List.of(entry), List.of());
    }

    /** Tells it from every other of its zone. */
    String key() {
        return name + " " + type;
    }

    /** Whether its records are addresses, as text. */
    boolean hasAddresses() {
        return type.equals("A") || type.equals("AAAA");
    }

    /** What is answered of it, whatever people wrote beside it. */
    Rrset withoutComments() {
        return new Rrset(name, type, ttl, records, List.of());
    }

    /** The change that makes it be there like this; comments are only touched where there are some. */
    ObjectNode put() {
        var change = change("REPLACE").put("ttl", ttl);
        var entries = change.putArray("records");
        records.forEach(each -> entries.addObject().put("content", each.content).put("disabled", each.disabled));
        if (!comments.isEmpty()) {
            var notes = change.putArray("comments");
            comments.forEach(each -> notes.addObject()
                    .put("content", each.content)
                    .put("account", each.account)
                    .put("modified_at", each.modifiedAt));
        }
        return change;
    }

    /** The change that takes it away with its comments; a backend without comments must not be told of any. */
    ObjectNode remove() {
        if (comments.isEmpty()) {
            return change("DELETE");
        }
        var change = change("REPLACE").put("ttl", ttl);
        change.putArray("records");
        change.putArray("comments");
        return change;
    }

    private ObjectNode change(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("type", this.type)
                .put("changetype", type);
    }
}
