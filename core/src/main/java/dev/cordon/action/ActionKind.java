package dev.cordon.action;

import dev.cordon.document.Node;
import dev.cordon.document.Parameter;
import dev.cordon.document.Place;
import dev.cordon.document.Problems;
import dev.cordon.document.Schema;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The 23 actions: what each is called, what it takes, and how it is read. Whether it can be undone is for its connector to say. */
@SuppressWarnings("ImmutableEnumChecker") // schemas, parameters and the readers hold no state
public enum ActionKind implements Word {
    ISOLATE_HOST("network_isolation", "Cuts a host off the network.", IsolateHost.SCHEMA, IsolateHost::from),
    FIREWALL_BLOCK(
            "firewall_block",
            "Blocks addresses, a domain or ports at a firewall.",
            FirewallBlock.SCHEMA,
            FirewallBlock::from),
    LOCKDOWN_DATABASE(
            "database_lockdown",
            "Takes rights away from the users of a database.",
            LockdownDatabase.SCHEMA,
            LockdownDatabase::from,
            LockdownDatabase.DB_TYPE);

    private final String actionType;
    private final String summary;
    private final Schema schema;
    private final Function<Values, ? extends ContainmentRequest> from;
    private final Optional<Parameter<? extends Word>> platformParameter;

    ActionKind(String actionType, String summary, Schema schema, Function<Values, ? extends ContainmentRequest> from) {
        this(actionType, summary, schema, from, Optional.empty());
    }

    ActionKind(
            String actionType,
            String summary,
            Schema schema,
            Function<Values, ? extends ContainmentRequest> from,
            Parameter<? extends Word> platformParameter) {
        this(actionType, summary, schema, from, Optional.of(platformParameter));
    }

    ActionKind(
            String actionType,
            String summary,
            Schema schema,
            Function<Values, ? extends ContainmentRequest> from,
            Optional<Parameter<? extends Word>> platformParameter) {
        this.actionType = actionType;
        this.summary = summary;
        this.schema = schema;
        this.from = from;
        this.platformParameter = platformParameter;
    }

    /** The key in a playbook: {@code isolate_host}. */
    public String key() {
        return word();
    }

    /** As in a ContainmentAction: {@code network_isolation}. */
    public String actionType() {
        return actionType;
    }

    /** The type of the action that takes it back: {@code network_isolation_rollback}. */
    public String rollbackType() {
        return actionType + "_rollback";
    }

    /** What it does, in one sentence. */
    public String summary() {
        return summary;
    }

    /** Its parameters and the rules between them. */
    public Schema schema() {
        return schema;
    }

    /** The parameter whose word is the type of platform to act on: {@code edr_platform}, {@code db_type}, … */
    public Optional<Parameter<? extends Word>> platformParameter() {
        return platformParameter;
    }

    /**
     * Reads the parameters of this action.
     *
     * @param at where a missing one is reported
     * @return empty when a problem has been added
     */
    public Optional<ContainmentRequest> read(Node parameters, Place at, Problems problems) {
        return schema.read(parameters, at, problems).map(from);
    }

    public static Optional<ActionKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(ActionKind::key).toList();
    }
}
