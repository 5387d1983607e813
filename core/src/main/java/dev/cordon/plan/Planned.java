package dev.cordon.plan;

/** What {@link Plan#of} takes: a part by itself, or a stage of parts side by side. */
public sealed interface Planned permits Part, Stage {}
