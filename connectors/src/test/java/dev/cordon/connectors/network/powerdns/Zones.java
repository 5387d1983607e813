package dev.cordon.connectors.network.powerdns;

/** What the server holds before: everything that is easily lost, and names of every kind. */
final class Zones {

    /** Disabled records, comments, both families, names below names that are not there, a wildcard. */
    private static final String CORP = zone(
            "corp.test.",
            rrset("ns1.corp.test.", "A", 3600, "\"127.0.0.1\""),
            rrset("evil.corp.test.", "A", 3600, "\"192.0.2.1\"", "\"192.0.2.2\""),
            rrset("evil.corp.test.", "AAAA", 300, "\"2001:db8::1\""),
            rrset("evil.corp.test.", "MX", 300, "\"10 mail.corp.test.\""),
            rrset("www.evil.corp.test.", "CNAME", 120, "\"evil.corp.test.\""),
            rrset("b.c.evil.corp.test.", "TXT", 120, "\"\\\"below c, which is not there\\\"\""),
            rrset("*.wild.corp.test.", "A", 60, "\"192.0.2.9\""),
            rrset("shop.corp.test.", "ALIAS", 60, "\"shop.vendor.test.\""),
            rrset("shop.corp.test.", "HTTPS", 60, "\"1 . ipv4hint=192.0.2.8\""),
            rrset("handed.corp.test.", "NS", 60, "\"ns.elsewhere.test.\""),
            rrset("*.corp.test.", "A", 90, "\"192.0.2.77\""),
            """
            {"name": "noted.corp.test.", "type": "CNAME", "ttl": 7, "records": [{"content": "evil.corp.test.", "disabled": false}],
             "comments": [{"content": "ask bob", "account": "bob", "modified_at": 1234567890}]}""",
            """
            {"name": "www.noted.corp.test.", "type": "A", "ttl": 7, "records": [{"content": "192.0.2.5", "disabled": false},
             {"content": "192.0.2.6", "disabled": true}]}""");

    private static final String DEEP = zone("deep.corp.test.", rrset("deep.corp.test.", "A", 60, "\"192.0.2.4\""));

    private static final String SECONDARY = """
            {"name": "secondary.test.", "kind": "Slave", "masters": ["127.0.0.1:1"], "nameservers": []}""";

    static final String[] ALL = {CORP, DEEP, SECONDARY};

    private Zones() {}

    private static String zone(String name, String... rrsets) {
        return "{\"name\": \"" + name + "\", \"kind\": \"Native\", \"nameservers\": [\"ns1.corp.test.\"], \"rrsets\": ["
                + String.join(", ", rrsets) + "]}";
    }

    static String rrset(String name, String type, int ttl, String... contents) {
        var records = new StringBuilder();
        for (var content : contents) {
            records.append(records.isEmpty() ? "" : ", ")
                    .append("{\"content\": ")
                    .append(content)
                    .append(", \"disabled\": false}");
        }
        return "{\"name\": \"" + name + "\", \"type\": \"" + type + "\", \"ttl\": " + ttl
                + ", \"changetype\": \"REPLACE\", \"records\": [" + records + "]}";
    }
}
