package dev.cordon.crash;

import static java.util.stream.Collectors.toMap;

import dev.cordon.journal.ActionState;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a run stands and what is in the world then.
 *
 * @param run empty where none was ever accepted
 */
record End(Optional<RunState> run, Map<String, String> world) {

    static End of(Path data, Vendor vendor) {
        try (var folder = DataFolder.openForReading(data)) {
            var journal = folder.journal();
            var run = journal.runs().stream().findFirst().flatMap(id -> RunState.fold(journal.read(id)));
            return new End(run, vendor.real());
        }
    }

    Map<String, Status> statuses() {
        return new TreeMap<>(actions().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, action -> action.getValue().status())));
    }

    Map<String, ActionState> actions() {
        return run.map(state -> new TreeMap<>(state.actions().entrySet().stream()
                        .collect(toMap(action -> action.getKey().value(), Map.Entry::getValue))))
                .orElseGet(TreeMap::new);
    }

    boolean isUncertain() {
        return statuses().containsValue(Status.UNCERTAIN);
    }

    /** What of the world is this action's. */
    Map<String, String> worldOf(String action) {
        return of(action, world);
    }

    static Map<String, String> of(String action, Map<String, String> world) {
        var its = new TreeMap<>(world);
        its.keySet().removeIf(name -> !name.startsWith(action + "."));
        return its;
    }
}
