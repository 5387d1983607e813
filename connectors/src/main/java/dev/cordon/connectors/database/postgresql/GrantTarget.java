package dev.cordon.connectors.database.postgresql;

import static dev.cordon.operation.SqlTransaction.Statement.statement;

import dev.cordon.operation.SqlTransaction.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Words the GRANT and REVOKE statements of one object. All that is put together here is constant text; every name is
 * handed on as a name.
 *
 * @param before {@code ALTER DEFAULT PRIVILEGES …}, or nothing
 * @param beforeNames the names in it
 * @param on what stands behind ON
 * @param onNames the names in it
 * @param column empty, or the one column that is meant
 */
record GrantTarget(String before, List<String> beforeNames, String on, List<String> onNames, List<String> column) {

    static GrantTarget of(Acl acl) {
        var path = acl.path();
        return switch (acl.kind()) {
            case DATABASE -> on("DATABASE %I", path);
            case SCHEMA -> on("SCHEMA %I", path);
            case TABLE -> on("TABLE %I.%I", path);
            case SEQUENCE -> on("SEQUENCE %I.%I", path);
            case ROUTINE -> on("ROUTINE %I.%I(" + argumentTypes(path.size() / 2 - 1) + ")", path);
            case DEFAULT_TABLES -> later("TABLES", path);
            case DEFAULT_SEQUENCES -> later("SEQUENCES", path);
            case DEFAULT_SCHEMAS -> later("SCHEMAS", path);
        };
    }

    static GrantTarget column(Acl table, String column) {
        return new GrantTarget("", List.of(), "TABLE %I.%I", table.path(), List.of(column));
    }

    Statement grant(Collection<Privilege> privileges, @Nullable String grantee, boolean grantable) {
        var grantees = new ArrayList<@Nullable String>();
        grantees.add(grantee);
        return worded("GRANT", privileges, "TO", grantees, grantable ? " WITH GRANT OPTION" : "");
    }

    /** What the grantees passed on goes along. */
    Statement revoke(Collection<Privilege> privileges, List<@Nullable String> grantees) {
        return worded("REVOKE", privileges, "FROM", grantees, " CASCADE");
    }

    private Statement worded(
            String verb,
            Collection<Privilege> privileges,
            String preposition,
            List<@Nullable String> grantees,
            String option) {
        var names = new ArrayList<>(beforeNames);
        privileges.forEach(_ -> names.addAll(column));
        names.addAll(onNames);
        grantees.stream().filter(name -> name != null).forEach(names::add);
        var words = privileges.stream()
                .map(privilege -> privilege + (column.isEmpty() ? "" : " (%I)"))
                .collect(Collectors.joining(", "));
        var receivers =
                grantees.stream().map(name -> name == null ? "PUBLIC" : "%I").collect(Collectors.joining(", "));
        return statement(before + verb + " " + words + " ON " + on + " " + preposition + " " + receivers + option)
                .names(names);
    }

    private static GrantTarget on(String text, List<String> names) {
        return new GrantTarget("", List.of(), text, names, List.of());
    }

    private static GrantTarget later(String objects, List<String> path) {
        var where = path.size() == 1 ? "" : "IN SCHEMA %I ";
        return new GrantTarget("ALTER DEFAULT PRIVILEGES FOR ROLE %I " + where, path, objects, List.of(), List.of());
    }

    private static String argumentTypes(int count) {
        return IntStream.range(0, count).mapToObj(_ -> "%I.%I").collect(Collectors.joining(", "));
    }
}
