package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.cli.Ending.Trouble;
import dev.cordon.configuration.Configuration;
import dev.cordon.configuration.SharedStoreSettings;
import dev.cordon.document.Reading;
import dev.cordon.execution.Platforms;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.SharedStore;
import dev.cordon.journal.Store;
import dev.cordon.report.Rendering;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a command works with: the configuration, the platforms and the data folder, each opened when it is asked for.
 */
final class Workplace {

    private final Surroundings surroundings;
    private final GlobalOptions options;
    private final List<String> arguments;
    private final Console console;

    /** @param arguments the whole command line, for the places of problems */
    Workplace(Surroundings surroundings, GlobalOptions options, List<String> arguments) {
        this.surroundings = surroundings;
        this.options = options;
        this.arguments = List.copyOf(arguments);
        this.console = new Console(surroundings.terminal(), options::json);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    List<String> arguments() {
        return arguments;
    }

    Console console() {
        return console;
    }

    ConfigurationPlace configurationPlace() {
        return ConfigurationPlace.of(options.config(), surroundings);
    }

    /** @throws Stopped where the configuration is wrong */
    Configuration configuration() {
        return switch (configurationPlace().read(surroundings.types())) {
            case Reading.Read<Configuration>(var read) -> read;
            case Reading.Wrong<Configuration>(var problems) -> throw new Stopped(Trouble.badInput(problems));
        };
    }

    /** @throws Stopped where the configuration is wrong, or a secret that it names cannot be had */
    Platforms platforms() {
        return open(configuration());
    }

    /** @throws Stopped where a secret cannot be had */
    Platforms open(Configuration configuration) {
        return opened(() -> configuration.open(surroundings.environment()));
    }

    private <T> T opened(Supplier<T> opening) {
        try {
            return opening.get();
        } catch (IllegalArgumentException e) {
            throw new Stopped(
                    Trouble.of(ExitCode.BAD_INPUT, configurationPlace().file() + ": " + e.getMessage()), e);
        }
    }

    /**
     * To show commands by. What is done already can be shown without a configuration, or with a wrong one: then as for
     * a platform that is not configured, and a note says so.
     */
    Platforms platformsToShow() {
        try {
            return platforms();
        } catch (Stopped e) {
            console.note("commands are shown without the configuration, which cannot be used: " + e.getMessage());
            return new Platforms(List.of());
        }
    }

    Rendering rendering(Platforms platforms) {
        return new Rendering(platforms, surroundings.types());
    }

    /** For whoever writes; of a data folder that is one process, and this one waits some seconds where another does. */
    Store dataToWrite() throws InterruptedException {
        var configuration = configuration();
        var place = dataPlace();
        place.prepare();
        return new WhenFree(this)
                .take(() -> opened(() -> configuration.openStore(
                        place.folder(), surroundings.pace().clock(), surroundings.environment())));
    }

    /** To keep plans, beside whoever writes. */
    Store dataForPlans() {
        var place = dataPlace();
        place.prepare();
        var shared = shared();
        return shared.isPresent() ? shared.get() : DataFolder.openForPlans(place.folder());
    }

    /** To read, beside whoever writes. Of a data folder, makes nothing. */
    Store dataToRead() {
        var shared = shared();
        return shared.isPresent()
                ? shared.get()
                : DataFolder.openForReading(dataPlace().folder());
    }

    /** The store that several share; empty where the configuration names none. */
    Optional<SharedStore> shared() {
        return switch (configurationPlace().read(surroundings.types())) {
            case Reading.Read<Configuration>(var read) -> read.store().map(this::open);
            case Reading.Wrong<Configuration> _ -> {
                if (configurationPlace().speaksOf("store")) {
                    console.note("the configuration cannot be used, so the 'store' that it names is not looked at");
                }
                yield Optional.empty();
            }
        };
    }

    private SharedStore open(SharedStoreSettings store) {
        var place = dataPlace();
        place.prepare();
        return opened(() -> store.open(place.folder(), surroundings.pace().clock(), surroundings.environment()));
    }

    DataPlace dataPlace() {
        return DataPlace.of(options.data(), surroundings);
    }
}
