package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;

/**
 * Takes messages out of the mailboxes that they reached. Each is kept with its hash first, goes to a place that it can
 * come back from, and comes back into its folder.
 */
public record QuarantineMessages(
        SearchCriteria searchCriteria,
        EmailPlatform emailPlatform,
        boolean deleteFromMailboxes,
        boolean preserveForAnalysis,
        Reason reason)
        implements ContainmentRequest {

    static final Parameter<SearchCriteria> SEARCH_CRITERIA =
            Parameter.required("search_criteria", SearchCriteria.TYPE, "Which messages: all that is given must fit.");
    static final Parameter<EmailPlatform> EMAIL_PLATFORM =
            Parameter.required("email_platform", Types.oneOf(EmailPlatform.values()), "Where the mailboxes are.");
    static final Parameter<Boolean> DELETE_FROM_MAILBOXES = Parameter.defaulted(
            "delete_from_mailboxes",
            Types.trueOrFalse(),
            true,
            "Take them out of sight; else they are only moved or marked.");
    static final Parameter<Boolean> PRESERVE_FOR_ANALYSIS = Parameter.defaulted(
            "preserve_for_analysis",
            Types.trueOrFalse(),
            true,
            "Keep a copy of each first; a message that cannot be kept is left alone.");

    static final Schema SCHEMA = Schema.of(
            "quarantine_messages",
            SEARCH_CRITERIA,
            EMAIL_PLATFORM,
            DELETE_FROM_MAILBOXES,
            PRESERVE_FOR_ANALYSIS,
            Common.REASON_IF_ANY);

    static QuarantineMessages from(Values given) {
        var searchCriteria = given.get(SEARCH_CRITERIA);
        return new QuarantineMessages(
                searchCriteria,
                given.get(EMAIL_PLATFORM),
                given.get(DELETE_FROM_MAILBOXES),
                given.get(PRESERVE_FOR_ANALYSIS),
                Common.reason(given, "Quarantine the messages with", searchCriteria));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.QUARANTINE_MESSAGES;
    }

    @Override
    public String target() {
        return searchCriteria.toString();
    }

    @Override
    public String targetType() {
        return "email_messages";
    }

    @Override
    public Values values() {
        return Values.of(
                SEARCH_CRITERIA.is(searchCriteria),
                EMAIL_PLATFORM.is(emailPlatform),
                DELETE_FROM_MAILBOXES.is(deleteFromMailboxes),
                PRESERVE_FOR_ANALYSIS.is(preserveForAnalysis),
                Common.because(reason));
    }
}
