package dev.cordon.action;

import dev.cordon.document.Lines;

/** A service as its host or platform names it: a systemd unit, a Windows service, a deployment. */
public record ServiceName(String value) {

    /** @throws IllegalArgumentException when it is blank, longer than 256 characters, or holds control characters */
    public ServiceName {
        Lines.checked(value, "service name", 256);
    }

    @Override
    public String toString() {
        return value;
    }
}
