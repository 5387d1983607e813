package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Type;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which messages are meant: those that fit all that is given. A sender, subject, message id, attachment or URL has to
 * be among it; a time or a recipient alone would mean everybody's mail.
 *
 * @param subject   the whole of it
 * @param messageId as its header has it, with or without the angle brackets
 * @param mailboxes where to look; none means everywhere
 */
public record SearchCriteria(
        Optional<EmailAddress> sender,
        Optional<DomainName> senderDomain,
        Optional<String> subject,
        Optional<String> subjectContains,
        Optional<String> messageId,
        Optional<EmailAddress> recipient,
        Optional<DateRange> dateRange,
        Optional<Boolean> hasAttachment,
        Optional<String> attachmentName,
        Optional<Sha256> attachmentSha256,
        Optional<String> urlContains,
        List<AccountName> mailboxes) {

    /** The longest line of a header (RFC 5322 §2.1.1). */
    private static final int LINE = 998;

    static final Parameter<Optional<EmailAddress>> SENDER =
            Parameter.optional("sender", ValueTypes.EMAIL, "Who sent it.");
    static final Parameter<Optional<DomainName>> SENDER_DOMAIN =
            Parameter.optional("sender_domain", ValueTypes.DOMAIN, "The domain that it was sent from.");
    static final Parameter<Optional<String>> SUBJECT =
            Parameter.optional("subject", Types.line(LINE), "The whole subject.");
    static final Parameter<Optional<String>> SUBJECT_CONTAINS =
            Parameter.optional("subject_contains", Types.line(LINE), "A piece of the subject.");
    static final Parameter<Optional<String>> MESSAGE_ID =
            Parameter.optional("message_id", Types.line(LINE), "Its Message-ID.");
    static final Parameter<Optional<EmailAddress>> RECIPIENT =
            Parameter.optional("recipient", ValueTypes.EMAIL, "Who it was sent to.");
    static final Parameter<Optional<DateRange>> DATE_RANGE =
            Parameter.optional("date_range", DateRange.TYPE, "When it came in: [from, to], days or times.");
    static final Parameter<Optional<Boolean>> HAS_ATTACHMENT =
            Parameter.optional("has_attachment", Types.trueOrFalse(), "Whether something is attached.");
    static final Parameter<Optional<String>> ATTACHMENT_NAME =
            Parameter.optional("attachment_name", Types.line(255), "The name of an attached file.");
    static final Parameter<Optional<Sha256>> ATTACHMENT_SHA256 =
            Parameter.optional("attachment_sha256", ValueTypes.SHA256, "The hash of an attached file.");
    static final Parameter<Optional<String>> URL_CONTAINS =
            Parameter.optional("url_contains", Types.line(2048), "A piece of a URL in its body.");
    static final Parameter<List<AccountName>> MAILBOXES = Parameter.defaulted(
            "mailboxes", Types.listOf(ValueTypes.ACCOUNT), List.of(), "Where to look; everywhere when left out.");

    static final Schema SCHEMA = Schema.of(
                    "search_criteria",
                    SENDER,
                    SENDER_DOMAIN,
                    SUBJECT,
                    SUBJECT_CONTAINS,
                    MESSAGE_ID,
                    RECIPIENT,
                    DATE_RANGE,
                    HAS_ATTACHMENT,
                    ATTACHMENT_NAME,
                    ATTACHMENT_SHA256,
                    URL_CONTAINS,
                    MAILBOXES)
            .atLeastOne(
                    SENDER,
                    SENDER_DOMAIN,
                    SUBJECT,
                    SUBJECT_CONTAINS,
                    MESSAGE_ID,
                    ATTACHMENT_NAME,
                    ATTACHMENT_SHA256,
                    URL_CONTAINS);

    static final Type<SearchCriteria> TYPE = Types.group(SCHEMA, SearchCriteria::from, SearchCriteria::values);

    public SearchCriteria {
        mailboxes = Common.once(mailboxes);
        var narrow = Stream.of(
                sender,
                senderDomain,
                subject,
                subjectContains,
                messageId,
                attachmentName,
                attachmentSha256,
                urlContains);
        if (narrow.allMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException("a sender, subject, message id, attachment or URL is needed");
        }
    }

    private static SearchCriteria from(Values given) {
        return new SearchCriteria(
                given.get(SENDER),
                given.get(SENDER_DOMAIN),
                given.get(SUBJECT),
                given.get(SUBJECT_CONTAINS),
                given.get(MESSAGE_ID),
                given.get(RECIPIENT),
                given.get(DATE_RANGE),
                given.get(HAS_ATTACHMENT),
                given.get(ATTACHMENT_NAME),
                given.get(ATTACHMENT_SHA256),
                given.get(URL_CONTAINS),
                given.get(MAILBOXES));
    }

    private Values values() {
        return Values.of(
                SENDER.is(sender),
                SENDER_DOMAIN.is(senderDomain),
                SUBJECT.is(subject),
                SUBJECT_CONTAINS.is(subjectContains),
                MESSAGE_ID.is(messageId),
                RECIPIENT.is(recipient),
                DATE_RANGE.is(dateRange),
                HAS_ATTACHMENT.is(hasAttachment),
                ATTACHMENT_NAME.is(attachmentName),
                ATTACHMENT_SHA256.is(attachmentSha256),
                URL_CONTAINS.is(urlContains),
                MAILBOXES.is(mailboxes));
    }

    /** What is given of it: {@code sender=a@evil.example, has_attachment=true}. */
    @Override
    public String toString() {
        return values().given();
    }
}
