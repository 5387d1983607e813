package dev.cordon.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cordon.operation.Pointer;
import java.time.Duration;
import java.util.List;

/**
 * The same steps for every member that {@code find} names when its turn has come; found again until none is new.
 *
 * @param find its answer, or what its view makes of it, holds the members as a list at {@code members}
 * @param key names a member for ever (a process by pid and start, not by pid); in the member
 * @param asset what of the member it touches; in the member
 * @param atMost more members than this: the action stops and asks; from the request or the policy, never from a count
 * @param holds for how long nothing new must turn up
 */
@JsonTypeName("each")
public record Each(
        String name,
        Read find,
        Pointer members,
        Pointer key,
        Pointer asset,
        String assetKind,
        int atMost,
        List<Step> steps,
        Duration holds)
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
                1_000,
                List.of(),
                Duration.ZERO);
    }

    public Each members(String pointer) {
        return new Each(name, find, new Pointer(pointer), key, asset, assetKind, atMost, steps, holds);
    }

    public Each key(String pointer) {
        return new Each(name, find, members, new Pointer(pointer), asset, assetKind, atMost, steps, holds);
    }

    public Each asset(String kind, String pointer) {
        return new Each(name, find, members, key, new Pointer(pointer), kind, atMost, steps, holds);
    }

    public Each atMost(int bound) {
        return new Each(name, find, members, key, asset, assetKind, bound, steps, holds);
    }

    public Each holds(Duration quiet) {
        return new Each(name, find, members, key, asset, assetKind, atMost, steps, quiet);
    }

    public Each steps(Step... each) {
        return new Each(name, find, members, key, asset, assetKind, atMost, List.of(each), holds);
    }
}
