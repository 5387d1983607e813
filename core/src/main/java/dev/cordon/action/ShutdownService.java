package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.Word;
import java.util.List;

/**
 * Takes an application out of service, with a maintenance page in its place. Taken back, it runs as it did, with as
 * many instances.
 *
 * @param notifyStakeholders written twice counts once
 */
public record ShutdownService(
        ServiceName serviceName,
        ShutdownType shutdownType,
        boolean drainConnections,
        boolean displayMaintenancePage,
        List<EmailAddress> notifyStakeholders,
        Reason reason)
        implements ContainmentRequest {

    public enum ShutdownType implements Word {
        GRACEFUL,
        IMMEDIATE
    }

    static final Parameter<ServiceName> SERVICE_NAME =
            Parameter.required("service_name", ValueTypes.SERVICE, "The service, as its platform names it.");
    static final Parameter<ShutdownType> SHUTDOWN_TYPE = Parameter.defaulted(
            "shutdown_type",
            Types.oneOf(ShutdownType.values()),
            ShutdownType.GRACEFUL,
            "graceful: requests under way may finish; immediate: they may not.");
    static final Parameter<Boolean> DRAIN_CONNECTIONS =
            Parameter.defaulted("drain_connections", Types.trueOrFalse(), true, "Send no new requests to it first.");
    static final Parameter<Boolean> DISPLAY_MAINTENANCE_PAGE = Parameter.defaulted(
            "display_maintenance_page", Types.trueOrFalse(), true, "Show a maintenance page meanwhile.");
    static final Parameter<List<EmailAddress>> NOTIFY_STAKEHOLDERS =
            Parameter.defaulted("notify_stakeholders", Types.listOf(ValueTypes.EMAIL), List.of(), "Who is told.");

    static final Schema SCHEMA = Schema.of(
            "shutdown_service",
            SERVICE_NAME,
            SHUTDOWN_TYPE,
            DRAIN_CONNECTIONS,
            DISPLAY_MAINTENANCE_PAGE,
            NOTIFY_STAKEHOLDERS,
            Common.REASON_IF_ANY);

    public ShutdownService {
        notifyStakeholders = Common.once(notifyStakeholders);
    }

    static ShutdownService from(Values given) {
        var serviceName = given.get(SERVICE_NAME);
        return new ShutdownService(
                serviceName,
                given.get(SHUTDOWN_TYPE),
                given.get(DRAIN_CONNECTIONS),
                given.get(DISPLAY_MAINTENANCE_PAGE),
                given.get(NOTIFY_STAKEHOLDERS),
                Common.reason(given, "Shut down the service", serviceName));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.SHUTDOWN_SERVICE;
    }

    @Override
    public String target() {
        return serviceName.toString();
    }

    @Override
    public String targetType() {
        return "application_service";
    }

    @Override
    public Values values() {
        return Values.of(
                SERVICE_NAME.is(serviceName),
                SHUTDOWN_TYPE.is(shutdownType),
                DRAIN_CONNECTIONS.is(drainConnections),
                DISPLAY_MAINTENANCE_PAGE.is(displayMaintenancePage),
                NOTIFY_STAKEHOLDERS.is(notifyStakeholders),
                Common.because(reason));
    }
}
