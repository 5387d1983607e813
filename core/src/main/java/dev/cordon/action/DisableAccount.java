package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;

/**
 * Disables an account in its directory, and changes nothing else about it. One that was disabled before stays so when
 * the action is taken back.
 *
 * @param preserveData  false never deletes: releasing the hold is a step of its own
 * @param notifyManager a manager who cannot be found is a note, no failure
 */
public record DisableAccount(
        AccountName username, Reason reason, Directory directory, boolean preserveData, boolean notifyManager)
        implements ContainmentRequest {

    static final Parameter<Directory> DIRECTORY = Parameter.defaulted(
            "directory", Types.oneOf(Directory.values()), Directory.ACTIVE_DIRECTORY, "Where the account lives.");
    static final Parameter<Boolean> PRESERVE_DATA = Parameter.defaulted(
            "preserve_data", Types.trueOrFalse(), true, "Keep the platform's hold on the account's data.");
    static final Parameter<Boolean> NOTIFY_MANAGER = Parameter.defaulted(
            "notify_manager", Types.trueOrFalse(), true, "Tell the account's manager, where the directory names one.");

    static final Schema SCHEMA =
            Schema.of("disable_account", Common.USERNAME, Common.REASON, DIRECTORY, PRESERVE_DATA, NOTIFY_MANAGER);

    static DisableAccount from(Values given) {
        return new DisableAccount(
                given.get(Common.USERNAME),
                given.get(Common.REASON),
                given.get(DIRECTORY),
                given.get(PRESERVE_DATA),
                given.get(NOTIFY_MANAGER));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.DISABLE_ACCOUNT;
    }

    @Override
    public String target() {
        return username.toString();
    }

    @Override
    public String targetType() {
        return "user_account";
    }

    @Override
    public Values values() {
        return Values.of(
                Common.USERNAME.is(username),
                Common.REASON.is(reason),
                DIRECTORY.is(directory),
                PRESERVE_DATA.is(preserveData),
                NOTIFY_MANAGER.is(notifyManager));
    }
}
