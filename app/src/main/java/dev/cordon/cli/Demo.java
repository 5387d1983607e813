package dev.cordon.cli;

import java.util.function.Consumer;

/**
 * What {@code cordon demo} shows: found by {@link java.util.ServiceLoader}, since it needs the lab's jars, which the
 * launcher puts on the class path for this command only.
 */
public interface Demo {

    /**
     * Shows the main job on an embedded default; leaves nothing running and no file behind.
     *
     * @param say takes each line as it is observed
     * @return done only when everything was observed as it should be
     */
    ExitCode run(Consumer<String> say) throws InterruptedException;
}
