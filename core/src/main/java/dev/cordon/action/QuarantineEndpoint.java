package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.util.List;

/**
 * Cuts a host off through the agent that its EDR has on it. What the vendor cannot express is refused when the plan is
 * drawn up; a host that is offline is cut as soon as it reports.
 */
public record QuarantineEndpoint(
        Hostname hostname,
        EdrPlatform edrPlatform,
        IsolationLevel isolationLevel,
        List<Cidr> allowList,
        boolean preserveEvidence,
        Reason reason)
        implements ContainmentRequest {

    public enum IsolationLevel implements Word {
        /** Nothing in or out but {@code allow_list} and the agent itself. */
        FULL,
        /** As the vendor defines it: some services keep working. */
        SELECTIVE
    }

    static final Parameter<EdrPlatform> EDR_PLATFORM =
            Parameter.required("edr_platform", Types.oneOf(EdrPlatform.values()), "Whose agent is on the host.");
    static final Parameter<IsolationLevel> ISOLATION_LEVEL = Parameter.defaulted(
            "isolation_level",
            Types.oneOf(IsolationLevel.values()),
            IsolationLevel.FULL,
            "full: nothing passes but allow_list; selective: what the EDR names as essential passes too.");
    static final Parameter<List<Cidr>> ALLOW_LIST =
            Parameter.defaulted("allow_list", Types.listOf(ValueTypes.CIDR), List.of(), "Who still gets in and out.");
    static final Parameter<Boolean> PRESERVE_EVIDENCE = Parameter.defaulted(
            "preserve_evidence",
            Types.trueOrFalse(),
            true,
            "Keep processes and connections, and memory where the EDR can, before the cut.");

    static final Schema SCHEMA = Schema.of(
                    "quarantine_endpoint",
                    Common.HOSTNAME,
                    EDR_PLATFORM,
                    ISOLATION_LEVEL,
                    ALLOW_LIST,
                    PRESERVE_EVIDENCE,
                    Common.REASON_IF_ANY)
            .rule(ALLOW_LIST, Cidrs::everybody);

    public QuarantineEndpoint {
        allowList = List.copyOf(allowList);
        Schema.demand(Cidrs.everybody(allowList));
    }

    static QuarantineEndpoint from(Values given) {
        var hostname = given.get(Common.HOSTNAME);
        return new QuarantineEndpoint(
                hostname,
                given.get(EDR_PLATFORM),
                given.get(ISOLATION_LEVEL),
                given.get(ALLOW_LIST),
                given.get(PRESERVE_EVIDENCE),
                Common.reason(given, "Quarantine the endpoint", hostname));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.QUARANTINE_ENDPOINT;
    }

    @Override
    public String target() {
        return hostname.toString();
    }

    @Override
    public String targetType() {
        return "endpoint";
    }

    @Override
    public Values values() {
        return Values.of(
                Common.HOSTNAME.is(hostname),
                EDR_PLATFORM.is(edrPlatform),
                ISOLATION_LEVEL.is(isolationLevel),
                ALLOW_LIST.is(allowList),
                PRESERVE_EVIDENCE.is(preserveEvidence),
                Common.because(reason));
    }
}
