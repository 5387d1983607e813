package dev.cordon.playbook;

public enum FailurePolicy {
    STOP,
    CONTINUE,
    ROLLBACK,
    ROLLBACK_ALL
}
