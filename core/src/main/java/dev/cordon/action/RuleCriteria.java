package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Type;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.util.List;
import java.util.Optional;

/**
 * Which inbox rules are meant: those to which all that is given applies, and something has to be. What is
 * {@code false} or left out does not matter.
 *
 * @param movesToFolder the rule moves mail to one of these
 */
public record RuleCriteria(
        boolean forwardsExternally,
        boolean redirectsExternally,
        boolean deletesMessages,
        List<String> movesToFolder,
        boolean marksAsRead,
        Optional<String> nameContains,
        boolean nameIsBlankOrSymbols) {

    static final Parameter<Boolean> FORWARDS_EXTERNALLY = Parameter.defaulted(
            "forwards_externally", Types.trueOrFalse(), false, "It forwards mail out of the organisation.");
    static final Parameter<Boolean> REDIRECTS_EXTERNALLY = Parameter.defaulted(
            "redirects_externally", Types.trueOrFalse(), false, "It redirects mail out of the organisation.");
    static final Parameter<Boolean> DELETES_MESSAGES =
            Parameter.defaulted("deletes_messages", Types.trueOrFalse(), false, "It deletes mail.");
    static final Parameter<List<String>> MOVES_TO_FOLDER = Parameter.defaulted(
            "moves_to_folder",
            Types.listOf(Types.line(256)),
            List.of(),
            "It moves mail to one of these folders: RSS Feeds, Archive, …");
    static final Parameter<Boolean> MARKS_AS_READ =
            Parameter.defaulted("marks_as_read", Types.trueOrFalse(), false, "It marks mail as read.");
    static final Parameter<Optional<String>> NAME_CONTAINS =
            Parameter.optional("name_contains", Types.line(256), "A piece of the rule's name.");
    static final Parameter<Boolean> NAME_IS_BLANK_OR_SYMBOLS = Parameter.defaulted(
            "name_is_blank_or_symbols", Types.trueOrFalse(), false, "Its name has neither letters nor digits.");

    static final Schema SCHEMA = Schema.of(
                    "rule_criteria",
                    FORWARDS_EXTERNALLY,
                    REDIRECTS_EXTERNALLY,
                    DELETES_MESSAGES,
                    MOVES_TO_FOLDER,
                    MARKS_AS_READ,
                    NAME_CONTAINS,
                    NAME_IS_BLANK_OR_SYMBOLS)
            .atLeastOne(
                    FORWARDS_EXTERNALLY,
                    REDIRECTS_EXTERNALLY,
                    DELETES_MESSAGES,
                    MOVES_TO_FOLDER,
                    MARKS_AS_READ,
                    NAME_CONTAINS,
                    NAME_IS_BLANK_OR_SYMBOLS);

    static final Type<RuleCriteria> TYPE = Types.group(SCHEMA, RuleCriteria::from, RuleCriteria::values);

    public RuleCriteria {
        movesToFolder = Common.once(movesToFolder);
        var asksSomething = forwardsExternally
                || redirectsExternally
                || deletesMessages
                || !movesToFolder.isEmpty()
                || marksAsRead
                || nameContains.isPresent()
                || nameIsBlankOrSymbols;
        if (!asksSomething) {
            throw new IllegalArgumentException("criteria are needed: without any, every rule would be removed");
        }
    }

    private static RuleCriteria from(Values given) {
        return new RuleCriteria(
                given.get(FORWARDS_EXTERNALLY),
                given.get(REDIRECTS_EXTERNALLY),
                given.get(DELETES_MESSAGES),
                given.get(MOVES_TO_FOLDER),
                given.get(MARKS_AS_READ),
                given.get(NAME_CONTAINS),
                given.get(NAME_IS_BLANK_OR_SYMBOLS));
    }

    private Values values() {
        return Values.of(
                FORWARDS_EXTERNALLY.is(forwardsExternally),
                REDIRECTS_EXTERNALLY.is(redirectsExternally),
                DELETES_MESSAGES.is(deletesMessages),
                MOVES_TO_FOLDER.is(movesToFolder),
                MARKS_AS_READ.is(marksAsRead),
                NAME_CONTAINS.is(nameContains),
                NAME_IS_BLANK_OR_SYMBOLS.is(nameIsBlankOrSymbols));
    }
}
