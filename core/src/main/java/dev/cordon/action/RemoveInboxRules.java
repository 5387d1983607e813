package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;

/**
 * Removes rules from a mailbox, such as those that forward mail to an attacker or hide the answers to it. They come
 * back exactly, in their order.
 */
public record RemoveInboxRules(
        AccountName username, RuleCriteria ruleCriteria, EmailPlatform emailPlatform, Reason reason)
        implements ContainmentRequest {

    static final Parameter<RuleCriteria> RULE_CRITERIA =
            Parameter.required("rule_criteria", RuleCriteria.TYPE, "Which rules: all that is given must fit.");
    static final Parameter<EmailPlatform> EMAIL_PLATFORM = Parameter.defaulted(
            "email_platform", Types.oneOf(EmailPlatform.values()), EmailPlatform.OFFICE365, "Where the mailbox is.");

    static final Schema SCHEMA =
            Schema.of("remove_inbox_rules", Common.USERNAME, RULE_CRITERIA, EMAIL_PLATFORM, Common.REASON_IF_ANY);

    static RemoveInboxRules from(Values given) {
        var username = given.get(Common.USERNAME);
        return new RemoveInboxRules(
                username,
                given.get(RULE_CRITERIA),
                given.get(EMAIL_PLATFORM),
                Common.reason(given, "Remove inbox rules of", username));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.REMOVE_INBOX_RULES;
    }

    @Override
    public String target() {
        return username.toString();
    }

    @Override
    public String targetType() {
        return "inbox_rules";
    }

    @Override
    public Values values() {
        return Values.of(
                Common.USERNAME.is(username),
                RULE_CRITERIA.is(ruleCriteria),
                EMAIL_PLATFORM.is(emailPlatform),
                Common.because(reason));
    }
}
