package dev.cordon.action;

import dev.cordon.action.MailSender.BlockType;
import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;

/**
 * Refuses mail from an address, or from a whole domain.
 *
 * @param sender written as {@code sender} and {@code block_type}
 */
public record BlockSender(MailSender sender, EmailPlatform emailPlatform, boolean addToThreatList, Reason reason)
        implements ContainmentRequest {

    static final Parameter<String> SENDER =
            Parameter.required("sender", Types.line(512), "A mail address, or a domain.");
    static final Parameter<BlockType> BLOCK_TYPE =
            Parameter.defaulted("block_type", Types.oneOf(BlockType.values()), BlockType.EMAIL, "What sender is.");
    static final Parameter<EmailPlatform> EMAIL_PLATFORM = Parameter.defaulted(
            "email_platform", Types.oneOf(EmailPlatform.values()), EmailPlatform.OFFICE365, "Where mail comes in.");
    static final Parameter<Boolean> ADD_TO_THREAT_LIST = Parameter.defaulted(
            "add_to_threat_list", Types.trueOrFalse(), true, "Add it to the platform's own list of threats too.");

    static final Schema SCHEMA = Schema.of(
                    "block_sender", SENDER, BLOCK_TYPE, EMAIL_PLATFORM, ADD_TO_THREAT_LIST, Common.REASON_IF_ANY)
            .rule(SENDER, BLOCK_TYPE, MailSender::misfit);

    static BlockSender from(Values given) {
        var sender = MailSender.parse(given.get(SENDER), given.get(BLOCK_TYPE));
        return new BlockSender(
                sender,
                given.get(EMAIL_PLATFORM),
                given.get(ADD_TO_THREAT_LIST),
                Common.reason(given, "Block the sender", sender));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.BLOCK_SENDER;
    }

    @Override
    public String target() {
        return sender.toString();
    }

    @Override
    public String targetType() {
        return "email_sender";
    }

    @Override
    public Values values() {
        return Values.of(
                SENDER.is(sender.toString()),
                BLOCK_TYPE.is(sender.type()),
                EMAIL_PLATFORM.is(emailPlatform),
                ADD_TO_THREAT_LIST.is(addToThreatList),
                Common.because(reason));
    }
}
