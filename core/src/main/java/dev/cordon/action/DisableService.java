package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.util.Optional;

/**
 * Stops a service of a host and keeps it from starting again: a systemd unit, or a Windows service. Taken back, it is
 * enabled and running exactly as before.
 */
public record DisableService(
        Hostname hostname,
        ServiceName serviceName,
        boolean stopImmediately,
        boolean disableAutostart,
        boolean backupConfig,
        Reason reason)
        implements ContainmentRequest {

    static final Parameter<ServiceName> SERVICE_NAME =
            Parameter.required("service_name", ValueTypes.SERVICE, "The service, as its host names it.");
    static final Parameter<Boolean> STOP_IMMEDIATELY =
            Parameter.defaulted("stop_immediately", Types.trueOrFalse(), true, "Stop it now.");
    static final Parameter<Boolean> DISABLE_AUTOSTART =
            Parameter.defaulted("disable_autostart", Types.trueOrFalse(), true, "Keep it from starting again.");
    static final Parameter<Boolean> BACKUP_CONFIG =
            Parameter.defaulted("backup_config", Types.trueOrFalse(), true, "Keep a copy of its configuration.");

    static final Schema SCHEMA = Schema.of(
                    "disable_service",
                    Common.HOSTNAME,
                    SERVICE_NAME,
                    STOP_IMMEDIATELY,
                    DISABLE_AUTOSTART,
                    BACKUP_CONFIG,
                    Common.REASON_IF_ANY)
            .rule(STOP_IMMEDIATELY, DISABLE_AUTOSTART, DisableService::nothing);

    public DisableService {
        Schema.demand(nothing(stopImmediately, disableAutostart));
    }

    static DisableService from(Values given) {
        var serviceName = given.get(SERVICE_NAME);
        return new DisableService(
                given.get(Common.HOSTNAME),
                serviceName,
                given.get(STOP_IMMEDIATELY),
                given.get(DISABLE_AUTOSTART),
                given.get(BACKUP_CONFIG),
                Common.reason(given, "Disable the service", serviceName));
    }

    private static Optional<String> nothing(boolean stop, boolean disable) {
        return stop || disable
                ? Optional.empty()
                : Optional.of("stop_immediately and disable_autostart are both false: nothing would be done");
    }

    @Override
    public ActionKind kind() {
        return ActionKind.DISABLE_SERVICE;
    }

    @Override
    public String target() {
        return serviceName + " on " + hostname;
    }

    @Override
    public String targetType() {
        return "service";
    }

    @Override
    public Values values() {
        return Values.of(
                Common.HOSTNAME.is(hostname),
                SERVICE_NAME.is(serviceName),
                STOP_IMMEDIATELY.is(stopImmediately),
                DISABLE_AUTOSTART.is(disableAutostart),
                BACKUP_CONFIG.is(backupConfig),
                Common.because(reason));
    }
}
