package dev.cordon.execution;

import dev.cordon.operation.NoEvidence;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Platform.Finding;
import dev.cordon.plan.Reader;
import java.util.List;

/** Asks platforms whether they are there and what the credential lacks. Sends nothing but reads. */
public record Examiner(Platforms platforms, Pace pace) {

    /** What the platform says of itself; one finding that is not fine where it cannot be read. */
    public List<Finding> examine(Platform platform) {
        try {
            return platform.examine(
                    new Looking(new Sending(platforms::required, new NoEvidence(), pace), pace).reader());
        } catch (Reader.CouldNotRead e) {
            return List.of(new Finding(false, String.valueOf(e.getMessage())));
        }
    }
}
