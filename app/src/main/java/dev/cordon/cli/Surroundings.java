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
 * @param beforeWork called when something is about to be changed: from now on a signal stops the work in good order
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
