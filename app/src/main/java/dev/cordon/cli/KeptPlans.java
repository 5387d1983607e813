package dev.cordon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.document.Printable;
import dev.cordon.journal.DataFolder;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.PlannedPlaybook;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Plans that were drawn up, kept in the data folder under their digest until somebody takes one. */
record KeptPlans(DataFolder data) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    void keep(PlannedPlaybook plan) {
        data.keepPlan(plan.digest().toString(), Canonical.write(plan).getBytes(UTF_8));
    }

    /**
     * Exactly the plan with this digest.
     *
     * @throws Stopped where that is no digest, there is no such plan, or its file was changed
     */
    PlannedPlaybook required(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw new Stopped(
                    ExitCode.BAD_INPUT,
                    "--digest: " + Printable.quoted(digest)
                            + " is no digest: write the 64 hex digits that 'cordon plan' shows");
        }
        var plan = data.plan(digest)
                .map(bytes -> read(digest, new String(bytes, UTF_8)))
                .orElseThrow(() -> new Stopped(
                        ExitCode.REFUSED,
                        "no plan is kept under " + digest + ": draw it up with 'cordon plan', with the same --data"));
        if (!plan.digest().toString().equals(digest)) {
            throw changed(digest);
        }
        return plan;
    }

    private static PlannedPlaybook read(String digest, String json) {
        try {
            return Canonical.read(json, PlannedPlaybook.class);
        } catch (JacksonException | IllegalArgumentException e) {
            var changed = changed(digest);
            changed.addSuppressed(e);
            throw changed;
        }
    }

    private static Stopped changed(String digest) {
        return new Stopped(
                ExitCode.REFUSED,
                "the plan kept under " + digest
                        + " is not what was drawn up: somebody changed its file; draw it up anew with 'cordon plan'");
    }
}
