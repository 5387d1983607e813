package dev.cordon.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cordon.operation.Pointer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The same steps for every member that {@code find} names when its turn has come; found again until none is new.
 *
 * @param find its answer, or what its view makes of it, holds the members as a list at {@code members}
 * @param key names a member for ever (a process by pid and start, not by pid); in the member
 * @param asset what of the member it touches; in the member
 * @param account whose it is; in the member; null where it is nobody's
 * @param atMost more members than this: the action stops and asks; from the request or the policy, never from a count
 * @param holds for how long nothing new must turn up
 * @param upkeep what goes on while the action is in force; null: nothing
 */
@JsonTypeName("each")
public record Each(
        String name,
        Read find,
        Pointer members,
        Pointer key,
        Pointer asset,
        String assetKind,
        @Nullable Pointer account,
        int atMost,
        List<Step> steps,
        Duration holds,
        @Nullable Upkeep upkeep)
        implements Part {

    public Each {
        requireNonNull(name, "name");
        requireNonNull(find, "find");
        requireNonNull(holds, "holds");
        steps = List.copyOf(steps);
        steps.forEach(Step::refuseEmpty);
        if (atMost < 1) {
            throw new IllegalArgumentException("each '" + name + "' needs a bound");
        }
    }

    public static Each each(String name, Read find) {
        return new Each(
                name,
                find,
                new Pointer("/rows"),
                new Pointer("/key"),
                new Pointer("/key"),
                name,
                null,
                1_000,
                List.of(),
                Duration.ZERO,
                null);
    }

    public Each members(String pointer) {
        return new Each(name, find, new Pointer(pointer), key, asset, assetKind, account, atMost, steps, holds, upkeep);
    }

    public Each key(String pointer) {
        return new Each(
                name, find, members, new Pointer(pointer), asset, assetKind, account, atMost, steps, holds, upkeep);
    }

    public Each asset(String kind, String pointer) {
        return new Each(name, find, members, key, new Pointer(pointer), kind, account, atMost, steps, holds, upkeep);
    }

    /** Whose each member is: what protected accounts are compared with. */
    public Each account(String pointer) {
        return new Each(name, find, members, key, asset, assetKind, new Pointer(pointer), atMost, steps, holds, upkeep);
    }

    /** What a member is to the guard and to people. */
    public Asset asset(JsonNode member) {
        var id = text(asset.in(member));
        var touched = new Asset(find.operation().terms().on(), assetKind, id, List.of(id));
        return account == null || account.in(member).isMissingNode()
                ? touched
                : touched.of(new Subject.Account(List.of(text(account.in(member)))));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    public Each atMost(int bound) {
        return new Each(name, find, members, key, asset, assetKind, account, bound, steps, holds, upkeep);
    }

    public Each holds(Duration quiet) {
        return new Each(name, find, members, key, asset, assetKind, account, atMost, steps, quiet, upkeep);
    }

    public Each steps(Step... each) {
        return new Each(name, find, members, key, asset, assetKind, account, atMost, List.of(each), holds, upkeep);
    }

    /** It goes on finding, this often, while the action is in force. */
    public Each every(Duration time) {
        return keeping(new Upkeep(time, upkeep != null && upkeep.follow()));
    }

    /** What is not found any more is undone. */
    public Each follow() {
        if (upkeep == null) {
            throw new IllegalArgumentException("each '" + name + "' must say how often before it follows");
        }
        return keeping(new Upkeep(upkeep.every(), true));
    }

    private Each keeping(Upkeep kept) {
        return new Each(name, find, members, key, asset, assetKind, account, atMost, steps, holds, kept);
    }

    /** Members come and go while the action is in force, and can be taken back. */
    boolean isKeptUp() {
        return upkeep != null && steps.stream().anyMatch(step -> step.undo() != null);
    }
}
