package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.journal.At.Spot;
import dev.cordon.journal.Phase;
import dev.cordon.plan.Each;
import dev.cordon.plan.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Finds the members of an {@code Each}: a whole look or none. Writes nothing. */
record MemberSearch(Work work, ActionId action, Each each) {

    /**
     * Each member by its key, as it is now, in the order of the answer.
     *
     * @throws Reader.CouldNotRead where there is no whole answer, or a member has no key
     * @throws Promises.BrokenPromise where the find needs what no step has saved
     */
    Map<String, JsonNode> find() throws InterruptedException {
        var promises = new Promises(
                work.journal().run(),
                new Spot(each.name(), null).at(action, Phase.APPLY, 1),
                work.journal().state().action(action).savedFor(null),
                null,
                _ -> 1,
                work.sending().secrets());
        var body = work.looking().read(promises.in(each.find()));
        var found = new LinkedHashMap<String, JsonNode>();
        for (var item : each.members().in(body).values()) {
            found.putIfAbsent(key(item), item);
        }
        return found;
    }

    private String key(JsonNode item) {
        var key = each.key().in(item);
        if (key.isMissingNode()) {
            throw new Reader.CouldNotRead(
                    "a member of '" + each.name() + "' has no " + each.key().value());
        }
        return key.isString() ? key.stringValue() : key.toString();
    }
}
