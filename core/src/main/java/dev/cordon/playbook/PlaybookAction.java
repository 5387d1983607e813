package dev.cordon.playbook;

import dev.cordon.action.*;
import java.time.Duration;
import java.util.*;

public record PlaybookAction(
        ActionId id,
        Optional<PlatformName> on,
        List<ActionId> after,
        Optional<Duration> ttl,
        ContainmentRequest request) {}
