package dev.cordon.library;

import dev.cordon.action.ActionKind;
import dev.cordon.report.ContainmentAction;
import java.util.Map;

/**
 * Contains mail: messages, senders, inbox rules. Each method plans one action, with the names, the order and the
 * defaults of the contract, and changes nothing.
 *
 * <p>Text is read as in a playbook, so it is checked by the same rules and refused in the same words: {@link
 * CordonException.WrongInput} names each parameter that is wrong. What no platform can carry out is {@link
 * CordonException.Refused}. Safe for any number of threads.
 */
public final class EmailContainment {

    private final ActionPlanner planner;

    public EmailContainment(Cordon cordon) {
        this(cordon.planner());
    }

    /** @param planner says on which platform, for how long, or that a person does it */
    public EmailContainment(ActionPlanner planner) {
        this.planner = planner;
    }

    /**
     * {@link #quarantineMessages(Map, String, boolean, boolean) With the defaults}: taken out of sight; copies kept.
     */
    public ContainmentAction quarantineMessages(Map<String, ?> searchCriteria, String emailPlatform) {
        return planner.plan(Given.of(ActionKind.QUARANTINE_MESSAGES)
                .with("search_criteria", searchCriteria)
                .with("email_platform", emailPlatform));
    }

    /**
     * Takes messages out of the mailboxes that they reached.
     *
     * @param searchCriteria which messages, by the names of the contract: {@code sender}, {@code subject_contains}, …;
     *     all that is given must fit
     * @param emailPlatform {@code office365}, {@code google}, {@code exchange} or {@code imap}
     * @param deleteFromMailboxes take them out of sight
     * @param preserveForAnalysis keep a copy of each first
     */
    public ContainmentAction quarantineMessages(
            Map<String, ?> searchCriteria,
            String emailPlatform,
            boolean deleteFromMailboxes,
            boolean preserveForAnalysis) {
        return planner.plan(Given.of(ActionKind.QUARANTINE_MESSAGES)
                .with("search_criteria", searchCriteria)
                .with("email_platform", emailPlatform)
                .with("delete_from_mailboxes", deleteFromMailboxes)
                .with("preserve_for_analysis", preserveForAnalysis));
    }

    /**
     * {@link #blockSender(String, String, String, boolean) With the defaults}: email; office365; listed as a threat.
     */
    public ContainmentAction blockSender(String sender) {
        return planner.plan(Given.of(ActionKind.BLOCK_SENDER).with("sender", sender));
    }

    /**
     * Refuses mail from an address or a domain.
     *
     * @param sender a mail address, or a domain
     * @param blockType {@code email} or {@code domain}: what sender is
     * @param emailPlatform {@code office365}, {@code google}, {@code exchange} or {@code imap}
     * @param addToThreatList add it to the platform's own list of threats too
     */
    public ContainmentAction blockSender(
            String sender, String blockType, String emailPlatform, boolean addToThreatList) {
        return planner.plan(Given.of(ActionKind.BLOCK_SENDER)
                .with("sender", sender)
                .with("block_type", blockType)
                .with("email_platform", emailPlatform)
                .with("add_to_threat_list", addToThreatList));
    }

    /** {@link #removeInboxRules(String, Map, String) With the defaults}: office365. */
    public ContainmentAction removeInboxRules(String username, Map<String, ?> ruleCriteria) {
        return planner.plan(Given.of(ActionKind.REMOVE_INBOX_RULES)
                .with("username", username)
                .with("rule_criteria", ruleCriteria));
    }

    /**
     * Removes rules from a mailbox.
     *
     * @param username whose mailbox it is
     * @param ruleCriteria which rules, by the names of the contract: {@code forwards_externally}, {@code
     *     name_contains}, …; all that is given must fit
     * @param emailPlatform {@code office365}, {@code google}, {@code exchange} or {@code imap}
     */
    public ContainmentAction removeInboxRules(String username, Map<String, ?> ruleCriteria, String emailPlatform) {
        return planner.plan(Given.of(ActionKind.REMOVE_INBOX_RULES)
                .with("username", username)
                .with("rule_criteria", ruleCriteria)
                .with("email_platform", emailPlatform));
    }
}
