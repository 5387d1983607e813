package dev.cordon.policy;

import dev.cordon.document.Printable;
import dev.cordon.plan.Asset;
import java.util.Collection;
import java.util.Optional;

/**
 * Says what must not be touched. The same for every way in, in dry run and for real: whoever opens the configured
 * platforms gets it with them.
 *
 * <p>Undo is not asked: it puts back what was there.
 *
 * @param spared what the configuration protects
 * @param limits how much one playbook may reach
 * @param own addresses that are never blocked
 * @param approval whose word a playbook needs before it begins
 */
public record Guard(ProtectedAssets spared, Limits limits, OwnAddresses own, ApprovalRules approval) {

    /** Of what is only looked at. */
    public static final Guard NONE = new Guard(ProtectedAssets.NONE, Limits.DEFAULT, OwnAddresses.NONE);

    /** One that asks nobody. */
    public Guard(ProtectedAssets spared, Limits limits, OwnAddresses own) {
        this(spared, limits, own, ApprovalRules.NONE);
    }

    /** Why none of these may be touched: the first that is protected, and by what; empty where all may. */
    public Optional<String> refusal(Collection<Asset> touched) {
        return touched.stream().flatMap(asset -> refusal(asset).stream()).findFirst();
    }

    private Optional<String> refusal(Asset asset) {
        return spared.entryFor(asset)
                .map(entry -> Printable.of(asset.inWords()) + " is protected (" + entry + "): it is left alone")
                .or(() -> asset.subjects().stream()
                        .flatMap(subject -> own.hitBy(subject).stream())
                        .findFirst()
                        .map(whose ->
                                Printable.of(asset.inWords()) + " would cut off " + whose + ": it is left alone"));
    }

    /** Why one playbook may not reach all of these; empty where it may. */
    public Optional<String> tooWide(Collection<Asset> touched) {
        return limits.exceededBy(BlastRadius.of(touched));
    }
}
