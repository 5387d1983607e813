package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.WholeNumber;
import java.util.Optional;

/**
 * Ends processes: the tree is stopped first, then dumped, then killed. One that comes back within ten seconds is a
 * failure. Cannot be undone.
 *
 * @param processId from 1; without it, and without {@code all}, several processes of the name are refused
 * @param all       every process of the name is meant
 */
public record TerminateProcess(
        Hostname hostname,
        ProcessName processName,
        Optional<Integer> processId,
        boolean killChildren,
        boolean createMemoryDump,
        boolean all,
        Reason reason)
        implements ContainmentRequest {

    private static final WholeNumber PID = Types.integer(1, Integer.MAX_VALUE);

    static final Parameter<ProcessName> PROCESS_NAME =
            Parameter.required("process_name", ValueTypes.PROCESS, "The process, as the host shows it; not a pattern.");
    static final Parameter<Optional<Integer>> PROCESS_ID =
            Parameter.optional("process_id", PID, "Which one, where several have the name.");
    static final Parameter<Boolean> KILL_CHILDREN =
            Parameter.defaulted("kill_children", Types.trueOrFalse(), true, "End its children too.");
    static final Parameter<Boolean> CREATE_MEMORY_DUMP =
            Parameter.defaulted("create_memory_dump", Types.trueOrFalse(), true, "Keep its memory first.");
    static final Parameter<Boolean> ALL =
            Parameter.defaulted("all", Types.trueOrFalse(), false, "Every process of that name is meant.");

    static final Schema SCHEMA = Schema.of(
                    "terminate_process",
                    Common.HOSTNAME,
                    PROCESS_NAME,
                    PROCESS_ID,
                    KILL_CHILDREN,
                    CREATE_MEMORY_DUMP,
                    ALL,
                    Common.REASON_IF_ANY)
            .rule(ALL, PROCESS_ID, TerminateProcess::bothOneAndAll);

    public TerminateProcess {
        processId.ifPresent(pid -> PID.demand("process_id", pid));
        Schema.demand(bothOneAndAll(all, processId));
    }

    static TerminateProcess from(Values given) {
        var processName = given.get(PROCESS_NAME);
        return new TerminateProcess(
                given.get(Common.HOSTNAME),
                processName,
                given.get(PROCESS_ID),
                given.get(KILL_CHILDREN),
                given.get(CREATE_MEMORY_DUMP),
                given.get(ALL),
                Common.reason(given, "Terminate the process", processName));
    }

    private static Optional<String> bothOneAndAll(boolean all, Optional<Integer> pid) {
        return all && pid.isPresent()
                ? Optional.of("process_id names one process, all means every one: leave one of them out")
                : Optional.empty();
    }

    @Override
    public ActionKind kind() {
        return ActionKind.TERMINATE_PROCESS;
    }

    @Override
    public String target() {
        return processName + " on " + hostname;
    }

    @Override
    public String targetType() {
        return "process";
    }

    @Override
    public Values values() {
        return Values.of(
                Common.HOSTNAME.is(hostname),
                PROCESS_NAME.is(processName),
                PROCESS_ID.is(processId),
                KILL_CHILDREN.is(killChildren),
                CREATE_MEMORY_DUMP.is(createMemoryDump),
                ALL.is(all),
                Common.because(reason));
    }
}
