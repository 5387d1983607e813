package dev.cordon.connectors.network.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is made of the lists that ss, conntrack and ip print: no root, no tools. */
class ConnectionViewsTest {

    private static final JsonNode NO_ARGUMENTS = JsonNodeFactory.instance.objectNode();

    @Test
    void an_empty_list_of_sockets_is_none_and_one_that_could_not_be_had_is_not() {
        var empty = ConnectionViews.sockets(ended(0, "", ""), NO_ARGUMENTS);
        var refused = ConnectionViews.sockets(ended(1, "", "Operation not permitted"), NO_ARGUMENTS);

        assertThat(empty.path("none").booleanValue()).isTrue();
        assertThat(refused.path("none").booleanValue()).isFalse();
        assertThat(refused.path("said").stringValue()).isEqualTo("Operation not permitted");
    }

    @Test
    void an_entry_that_nobody_answered_is_no_open_connection() {
        var unreplied = "tcp 6 118 SYN_SENT src=192.0.2.1 dst=192.0.2.2 [UNREPLIED] src=192.0.2.2 dst=192.0.2.1\n";
        var assured = "tcp 6 431999 ESTABLISHED src=192.0.2.1 dst=192.0.2.2 src=192.0.2.2 dst=192.0.2.1 [ASSURED]\n";

        var half = ConnectionViews.tracked(ended(0, unreplied, ""), NO_ARGUMENTS);
        var whole = ConnectionViews.tracked(ended(0, unreplied + assured, ""), NO_ARGUMENTS);

        assertThat(half.path("none").booleanValue()).isTrue();
        assertThat(whole.path("open").intValue()).isEqualTo(1);
    }

    @Test
    void the_machine_itself_is_its_loopback_and_each_of_its_addresses() {
        var printed = """
                [{"addr_info": [{"local": "127.0.0.1"}, {"local": "::1"}]},
                 {"addr_info": [{"local": "203.0.113.10"}, {"local": "2001:db8:b::10"}]}]""";

        var seen = ConnectionViews.toItself(ended(0, printed, ""), NO_ARGUMENTS);

        assertThat(seen.path("peers").stringValue())
                .isEqualTo("( ( dst 127.0.0.0/8 ) or ( dst [::1] ) or ( dst 203.0.113.10 )"
                        + " or ( dst [2001:db8:b::10] ) )");
    }

    @Test
    void addresses_that_could_not_be_read_are_not_none() {
        assertThatThrownBy(() -> ConnectionViews.toItself(ended(1, "", "no"), NO_ARGUMENTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonNode ended(int exit, String stdout, String stderr) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("exit", exit)
                .put("stdout", stdout)
                .put("stderr", stderr);
    }
}
