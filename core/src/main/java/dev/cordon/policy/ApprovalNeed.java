package dev.cordon.policy;

import java.time.Duration;

/**
 * Whose word a playbook needs before it begins.
 *
 * @param approvers how many people, beside the one who asks; at least 1
 * @param within how long they have; then the answer is no
 * @param why one line
 */
public record ApprovalNeed(int approvers, Duration within, String why) {}
