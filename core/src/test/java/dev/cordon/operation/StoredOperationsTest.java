package dev.cordon.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.PlatformName;
import dev.cordon.paper.Golden;
import dev.cordon.plan.Canonical;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each kind of operation is stored for ever as its golden file has it: a later version undoes what an earlier one
 * stored. A kind is never renamed or removed, and its file is never written anew after a release.
 */
class StoredOperationsTest {

    private static final PlatformName ON = new PlatformName("edge");

    private static final Map<String, Operation> KINDS = Map.of(
            "command",
            new Command(
                    Terms.once(ON),
                    List.of(
                            Value.of("tool"),
                            Value.of(7),
                            Value.of(true),
                            Value.nothing(),
                            Value.saved("was"),
                            Value.item("/pid"),
                            Value.key(),
                            new Value.Key("gate"),
                            Value.row(Value.of("a")),
                            Value.tree(Map.of("b", Value.of("c")))),
                    Value.of("input"),
                    List.of(0, 3)),
            "edit",
            new Edit(
                    HttpCall.get(Terms.read(ON), "/lists/7"),
                    new Pointer("/headers/etag"),
                    List.of(
                            Change.put("/body/list", "", Value.of("198.51.100.7")),
                            Change.drop("/body/rules", "/id", Value.tree(Map.of("id", Value.of(4))), 2),
                            Change.replace("/body/mark", Value.nothing(), new Value.Key("edit")),
                            new Change.Replace(new Pointer("/body/new"), null, Value.of(true))),
                    HttpCall.put(Terms.write(ON), "/lists/7")
                            .header("If-Match", Value.found("/headers/etag"))
                            .json(Value.found("/body"))),
            "http",
            HttpCall.patch(Terms.write(ON), "/api/zones/{}", "corp.example.")
                    .query("rrsets", Value.of(false))
                    .header("If-Match", Value.saved("etag"))
                    .json(Value.tree(Map.of("account", Value.key()))),
            "nft",
            new NftTransaction(
                    Terms.write(ON),
                    List.of(Value.of("before")),
                    List.of(List.of(Value.tree(Map.of("add", Value.saved("set")))), List.of())),
            "sql",
            new SqlTransaction(
                    Terms.write(ON),
                    "orders",
                    List.of(new SqlTransaction.Statement(
                            "ALTER ROLE %I CONNECTION LIMIT ?", List.of(Value.of("app")), List.of(Value.of(0))))));

    @ParameterizedTest
    @ValueSource(strings = {"command", "edit", "http", "nft", "sql"})
    void an_operation_is_stored_as_it_always_was_and_read_back_the_same(String kind) throws IOException {
        var written = Canonical.write(KINDS.get(kind));

        Golden.assertSame("operation-" + kind + ".json", written + "\n");
        var read = Canonical.read(Golden.text("operation-" + kind + ".json"), Operation.class);

        assertThat(Canonical.write(read)).isEqualTo(written);
    }
}
