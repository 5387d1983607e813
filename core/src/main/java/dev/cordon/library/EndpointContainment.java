package dev.cordon.library;

import dev.cordon.action.ActionKind;
import dev.cordon.report.ContainmentAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contains on hosts: through the agent of an EDR, or on the host itself. Each method plans one action, with the names,
 * the order and the defaults of the contract, and changes nothing.
 *
 * <p>Text is read as in a playbook, so it is checked by the same rules and refused in the same words: {@link
 * CordonException.WrongInput} names each parameter that is wrong. What no platform can carry out is {@link
 * CordonException.Refused}. Safe for any number of threads.
 */
public final class EndpointContainment {

    private final ActionPlanner planner;

    public EndpointContainment(Cordon cordon) {
        this(cordon.planner());
    }

    /** @param planner says on which platform, for how long, or that a person does it */
    public EndpointContainment(ActionPlanner planner) {
        this.planner = planner;
    }

    /**
     * {@link #quarantineEndpoint(String, String, String, List, boolean) With the defaults}: full; nobody allowed;
     * evidence kept.
     */
    public ContainmentAction quarantineEndpoint(String hostname, String edrPlatform) {
        return planner.plan(Given.of(ActionKind.QUARANTINE_ENDPOINT)
                .with("hostname", hostname)
                .with("edr_platform", edrPlatform));
    }

    /**
     * Cuts a host off through the agent of its EDR.
     *
     * @param hostname the host, by its short or full name
     * @param edrPlatform {@code crowdstrike}, {@code sentinelone}, {@code defender}, {@code carbon_black}, {@code
     *     cortex_xdr} or {@code velociraptor}
     * @param isolationLevel {@code full} or {@code selective}
     * @param allowList networks that still get in and out
     * @param preserveEvidence keep processes, connections and, where possible, memory first
     */
    public ContainmentAction quarantineEndpoint(
            String hostname,
            String edrPlatform,
            String isolationLevel,
            List<String> allowList,
            boolean preserveEvidence) {
        return planner.plan(Given.of(ActionKind.QUARANTINE_ENDPOINT)
                .with("hostname", hostname)
                .with("edr_platform", edrPlatform)
                .with("isolation_level", isolationLevel)
                .with("allow_list", allowList)
                .with("preserve_evidence", preserveEvidence));
    }

    /**
     * {@link #terminateProcess(String, String, Integer, boolean, boolean) With the defaults}: the only one of that
     * name; its children too; memory kept.
     */
    public ContainmentAction terminateProcess(String hostname, String processName) {
        return planner.plan(Given.of(ActionKind.TERMINATE_PROCESS)
                .with("hostname", hostname)
                .with("process_name", processName));
    }

    /**
     * Ends a process. Cannot be undone.
     *
     * @param hostname the host, by its short or full name
     * @param processName as the host shows it; not a pattern
     * @param processId which one, where several have the name; null for none
     * @param killChildren end its children too
     * @param createMemoryDump keep its memory first
     */
    public ContainmentAction terminateProcess(
            String hostname,
            String processName,
            @Nullable Integer processId,
            boolean killChildren,
            boolean createMemoryDump) {
        return planner.plan(Given.of(ActionKind.TERMINATE_PROCESS)
                .with("hostname", hostname)
                .with("process_name", processName)
                .with("process_id", processId)
                .with("kill_children", killChildren)
                .with("create_memory_dump", createMemoryDump));
    }

    /**
     * The same.
     *
     * @param all every process of that name is meant; an addition to the contract
     */
    public ContainmentAction terminateProcess(
            String hostname,
            String processName,
            @Nullable Integer processId,
            boolean killChildren,
            boolean createMemoryDump,
            boolean all) {
        return planner.plan(Given.of(ActionKind.TERMINATE_PROCESS)
                .with("hostname", hostname)
                .with("process_name", processName)
                .with("process_id", processId)
                .with("kill_children", killChildren)
                .with("create_memory_dump", createMemoryDump)
                .with("all", all));
    }

    /**
     * {@link #disableService(String, String, boolean, boolean, boolean) With the defaults}: stopped now; kept from
     * starting; configuration kept.
     */
    public ContainmentAction disableService(String hostname, String serviceName) {
        return planner.plan(
                Given.of(ActionKind.DISABLE_SERVICE).with("hostname", hostname).with("service_name", serviceName));
    }

    /**
     * Stops a service of a host and keeps it from starting again.
     *
     * @param hostname the host, by its short or full name
     * @param serviceName as its host names it
     * @param stopImmediately stop it now
     * @param disableAutostart keep it from starting again
     * @param backupConfig keep a copy of its configuration
     */
    public ContainmentAction disableService(
            String hostname,
            String serviceName,
            boolean stopImmediately,
            boolean disableAutostart,
            boolean backupConfig) {
        return planner.plan(Given.of(ActionKind.DISABLE_SERVICE)
                .with("hostname", hostname)
                .with("service_name", serviceName)
                .with("stop_immediately", stopImmediately)
                .with("disable_autostart", disableAutostart)
                .with("backup_config", backupConfig));
    }

    /**
     * {@link #preserveMemory(String, String, String, boolean, boolean) With the defaults}: winpmem; compressed;
     * hashed.
     */
    public ContainmentAction preserveMemory(String hostname, String outputPath) {
        return planner.plan(
                Given.of(ActionKind.PRESERVE_MEMORY).with("hostname", hostname).with("output_path", outputPath));
    }

    /**
     * Takes an image of the memory of a host as evidence. Cannot be undone, and need not be.
     *
     * @param hostname the host, by its short or full name
     * @param outputPath the folder on the host that the image is written to
     * @param tool {@code winpmem}, {@code dumpit}, {@code magnet_ram} or {@code lime}; must fit the host's system
     * @param compress compress while writing
     * @param hashOutput take the SHA-256 while writing
     */
    public ContainmentAction preserveMemory(
            String hostname, String outputPath, String tool, boolean compress, boolean hashOutput) {
        return planner.plan(Given.of(ActionKind.PRESERVE_MEMORY)
                .with("hostname", hostname)
                .with("output_path", outputPath)
                .with("tool", tool)
                .with("compress", compress)
                .with("hash_output", hashOutput));
    }
}
