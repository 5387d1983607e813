package dev.cordon.plan;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Schema;
import dev.cordon.document.Values;
import java.util.Map;
import java.util.Set;

/** A type of platform that this version knows: what the configuration calls {@code type}. */
public interface PlatformType {

    /** For example {@code nftables}. */
    String name();

    /** What the configuration says of one platform, beside {@code type}. */
    Schema settings();

    /** What its connectors carry today. */
    Set<ActionKind> carries();

    /**
     * Opens a configured one. Connects to nothing.
     *
     * @param environment where {@code env:NAME} secrets come from
     * @throws IllegalArgumentException where a secret cannot be had, or the settings contradict each other
     */
    Platform open(PlatformName name, Values settings, Map<String, String> environment);

    /** One that is not configured, for drawing up a plan without any connection: it assumes and renders. */
    Platform offline(PlatformName name);
}
