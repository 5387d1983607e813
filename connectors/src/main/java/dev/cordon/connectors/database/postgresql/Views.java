package dev.cordon.connectors.database.postgresql;

import dev.cordon.plan.Canonical;
import dev.cordon.plan.Digest;
import dev.cordon.plan.View;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What checks compare: by meaning, so the order in which the server keeps grants does not matter. */
final class Views {

    /** Of {@link Queries#DATABASE}: its one row with the grants sorted. */
    static final String DATABASE = "postgresql/database";

    /** Of {@link Queries#CONTENTS}: how many objects were found, and a digest over their grants. Argument: the objects. */
    static final String ACLS = "postgresql/acls";

    static final Map<String, View> ALL = Map.of(DATABASE, Views::database, ACLS, Views::acls);

    private Views() {}

    private record Objects(List<Acl> objects) {}

    private record Only(List<String> only) {}

    private record Seen(int objects, Digest digest) {}

    private record DatabaseSeen(
            long oid, String owner, boolean allowsConnections, String readOnly, List<Grant> grants) {}

    /** The argument that names these objects. */
    static JsonNode only(Collection<Acl> acls) {
        return Canonical.tree(new Only(acls.stream().map(Views::key).sorted().toList()));
    }

    static Digest digest(Collection<Acl> acls) {
        var objects = acls.stream()
                .filter(Views::exists)
                .map(Views::sorted)
                .sorted(Comparator.comparing(Views::key))
                .toList();
        return Canonical.digest(new Objects(objects));
    }

    /** The grants of an ACL in the order of {@link #DATABASE}. */
    static JsonNode grants(Acl acl) {
        return Canonical.tree(sorted(acl)).path("grants");
    }

    private static JsonNode database(JsonNode answer, JsonNode arguments) {
        var row = Rows.database(answer).orElseThrow(() -> new IllegalArgumentException("the database is gone"));
        return Canonical.tree(new DatabaseSeen(
                row.acl().oid(),
                row.acl().owner(),
                row.allowsConnections(),
                row.setting(Gate.READ_ONLY).orElse(""),
                sorted(row.acl()).grants()));
    }

    private static JsonNode acls(JsonNode answer, JsonNode arguments) {
        var only =
                new HashSet<>(Canonical.read(arguments.toString(), Only.class).only());
        var found = Rows.acls(answer).stream()
                .filter(acl -> only.contains(key(acl)))
                .toList();
        return Canonical.tree(new Seen(found.size(), digest(found)));
    }

    private static String key(Acl acl) {
        return acl.kind() + " " + Canonical.tree(new Only(acl.path())).path("only");
    }

    /** The server forgets default privileges that say no more than what goes without saying. */
    private static boolean exists(Acl acl) {
        return !acl.kind().isDefault() || acl.grants().stream().anyMatch(grant -> !grant.isTo(acl.owner()));
    }

    private static Acl sorted(Acl acl) {
        var grants = acl.with(list -> sorted(list.stream()));
        var columns = grants.columns().stream()
                .filter(column -> !column.grants().isEmpty())
                .sorted(Comparator.comparing(Acl.Column::name))
                .toList();
        return new Acl(acl.kind(), acl.oid(), acl.path(), acl.owner(), grants.grants(), columns);
    }

    private static List<Grant> sorted(Stream<Grant> grants) {
        return grants.sorted(Comparator.comparing(Grant::toString)).toList();
    }
}
