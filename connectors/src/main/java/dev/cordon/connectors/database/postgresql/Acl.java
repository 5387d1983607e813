package dev.cordon.connectors.database.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Who may do what with one object. An ACL that was never written is read as the default that it stands for.
 *
 * @param path its names from the outside in: schema and table; a routine has the schema and name of each argument's
 *     type behind its own; default privileges have their role, and their schema if they are for one
 * @param grants in the server's order, which a dump shows
 * @param columns those of a table that have grants of their own
 */
record Acl(Kind kind, long oid, List<String> path, String owner, List<Grant> grants, List<Column> columns) {

    Acl {
        path = List.copyOf(path);
        grants = List.copyOf(grants);
        columns = List.copyOf(columns);
    }

    record Column(String name, List<Grant> grants) {
        Column {
            grants = List.copyOf(grants);
        }
    }

    enum Kind {
        DATABASE,
        SCHEMA,
        TABLE,
        SEQUENCE,
        ROUTINE,
        DEFAULT_TABLES,
        DEFAULT_SEQUENCES,
        DEFAULT_SCHEMAS;

        /** What a role makes later. */
        boolean isDefault() {
            return this == DEFAULT_TABLES || this == DEFAULT_SEQUENCES || this == DEFAULT_SCHEMAS;
        }

        /** Whether having this privilege lets somebody change data, or make what holds data. */
        boolean writes(Privilege privilege) {
            return switch (this) {
                case DATABASE -> privilege == Privilege.CREATE || privilege == Privilege.TEMPORARY;
                case SCHEMA, DEFAULT_SCHEMAS -> privilege == Privilege.CREATE;
                case TABLE, SEQUENCE, DEFAULT_TABLES, DEFAULT_SEQUENCES -> privilege != Privilege.SELECT;
                case ROUTINE -> privilege == Privilege.EXECUTE;
            };
        }
    }

    /** Those of the object and of its columns. */
    Stream<Grant> allGrants() {
        return Stream.concat(grants.stream(), columns.stream().flatMap(column -> column.grants().stream()));
    }

    /** This one's grants and those of {@code other}, which has the same columns. */
    Acl and(Acl other) {
        var both = new ArrayList<Column>();
        for (var i = 0; i < columns.size(); i++) {
            both.add(new Column(
                    columns.get(i).name(),
                    union(columns.get(i).grants(), other.columns.get(i).grants())));
        }
        return new Acl(kind, oid, path, owner, union(grants, other.grants), both);
    }

    private static List<Grant> union(List<Grant> some, List<Grant> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    /** The same change to the object's grants and to those of each column. */
    Acl with(UnaryOperator<List<Grant>> change) {
        var changed = new ArrayList<Column>();
        for (var column : columns) {
            changed.add(new Column(column.name(), change.apply(column.grants())));
        }
        return new Acl(kind, oid, path, owner, change.apply(grants), changed);
    }

    /** For a person: {@code table public.orders}. */
    String inWords() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                + String.join(".", path.subList(0, Math.min(2, path.size())));
    }
}
