package dev.cordon.plan;

/**
 * No plan, because the platform cannot do, or must not do, what is asked. Nothing was changed.
 *
 * @param reason one sentence for the responder, with the way out where there is one
 */
public record Refused(String reason) implements Draft {}
