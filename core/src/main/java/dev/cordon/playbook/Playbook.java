package dev.cordon.playbook;

import dev.cordon.action.*;
import java.util.*;

public record Playbook(
        IncidentId incidentId, String name, String analyst, FailurePolicy onFailure, List<PlaybookAction> actions) {}
