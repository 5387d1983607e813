package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.util.List;

/**
 * Disables keys of a cloud. They are not deleted, so that they can be enabled again exactly as they were.
 *
 * @param keyIds at least one; written twice counts once
 */
public record RevokeApiKeys(
        List<CloudId> keyIds, CloudProvider cloudProvider, boolean createNewKeys, boolean notifyOwner, Reason reason)
        implements ContainmentRequest {

    static final Parameter<List<CloudId>> KEY_IDS = Parameter.required(
            "key_ids", Types.atLeastOne(ValueTypes.CLOUD_ID), "The ids of the keys; never the keys themselves.");
    static final Parameter<Boolean> CREATE_NEW_KEYS =
            Parameter.defaulted("create_new_keys", Types.trueOrFalse(), false, "Make a new key for each.");
    static final Parameter<Boolean> NOTIFY_OWNER =
            Parameter.defaulted("notify_owner", Types.trueOrFalse(), true, "Tell the owners.");

    static final Schema SCHEMA = Schema.of(
            "revoke_api_keys", KEY_IDS, Common.CLOUD_PROVIDER, CREATE_NEW_KEYS, NOTIFY_OWNER, Common.REASON_IF_ANY);

    public RevokeApiKeys {
        keyIds = Common.once(keyIds);
    }

    static RevokeApiKeys from(Values given) {
        var keyIds = given.get(KEY_IDS);
        return new RevokeApiKeys(
                keyIds,
                given.get(Common.CLOUD_PROVIDER),
                given.get(CREATE_NEW_KEYS),
                given.get(NOTIFY_OWNER),
                Common.reason(given, "Revoke the keys", Common.joined(keyIds)));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.REVOKE_API_KEYS;
    }

    @Override
    public String target() {
        return Common.joined(keyIds);
    }

    @Override
    public String targetType() {
        return "api_keys";
    }

    @Override
    public Values values() {
        return Values.of(
                KEY_IDS.is(keyIds),
                Common.CLOUD_PROVIDER.is(cloudProvider),
                CREATE_NEW_KEYS.is(createNewKeys),
                NOTIFY_OWNER.is(notifyOwner),
                Common.because(reason));
    }
}
