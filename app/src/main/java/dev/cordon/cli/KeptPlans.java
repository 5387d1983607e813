package dev.cordon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.document.Printable;
import dev.cordon.journal.Store;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Digest;
import dev.cordon.plan.PlannedPlaybook;
import tools.jackson.core.JacksonException;

/** Plans that were drawn up, kept in the data folder under their digest until somebody takes one. */
record KeptPlans(Store data) {

    void keep(PlannedPlaybook plan) {
        data.keepPlan(plan.digest(), Canonical.write(plan).getBytes(UTF_8));
    }

    /**
     * Exactly the plan with this digest.
     *
     * @throws Stopped where that is no digest, there is no such plan, or its file was changed
     */
    PlannedPlaybook required(String text) {
        var wanted = digest(text);
        var plan = data.plan(wanted)
                .map(bytes -> read(wanted, new String(bytes, UTF_8)))
                .orElseThrow(() -> new Stopped(
                        ExitCode.REFUSED,
                        "no plan is kept under " + wanted + ": draw it up with 'cordon plan', with the same --data"));
        if (!plan.digest().equals(wanted)) {
            throw changed(wanted);
        }
        return plan;
    }

    private static Digest digest(String text) {
        try {
            return new Digest(text);
        } catch (IllegalArgumentException e) {
            throw new Stopped(
                    ExitCode.BAD_INPUT,
                    "--digest: " + Printable.quoted(text)
                            + " is no digest: write the 64 hex digits that 'cordon plan' shows");
        }
    }

    private static PlannedPlaybook read(Digest digest, String json) {
        try {
            return Canonical.read(json, PlannedPlaybook.class);
        } catch (JacksonException | IllegalArgumentException e) {
            var changed = changed(digest);
            changed.addSuppressed(e);
            throw changed;
        }
    }

    private static Stopped changed(Digest digest) {
        return new Stopped(
                ExitCode.REFUSED,
                "the plan kept under " + digest
                        + " is not what was drawn up: somebody changed its file; draw it up anew with 'cordon plan'");
    }
}
