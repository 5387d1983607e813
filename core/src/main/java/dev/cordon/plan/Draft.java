package dev.cordon.plan;

/** What a connector draws up: a plan, or the reason why there is none. */
public sealed interface Draft permits Plan, Refused {}
