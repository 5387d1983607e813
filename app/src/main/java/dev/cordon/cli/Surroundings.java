package dev.cordon.cli;

import dev.cordon.execution.Pace;
import dev.cordon.plan.PlatformType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * All that a command line needs from outside itself; a test puts its own in its place.
 *
 * @param folder that relative names start from
 * @param home of the user
 * @param user who asks, for the journal
 * @param root whether that user is the superuser
 * @param types of platform that this version knows
 * @param beforeWork called by the thread that is about to change something, so that it can be told to stop
 */
record Surroundings(
        Terminal terminal,
        Pace pace,
        RandomGenerator random,
        Map<String, String> environment,
        Path folder,
        Path home,
        String user,
        boolean root,
        List<PlatformType> types,
        Runnable beforeWork) {

    Surroundings {
        environment = Map.copyOf(environment);
        types = List.copyOf(types);
    }
}
