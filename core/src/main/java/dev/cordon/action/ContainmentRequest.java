package dev.cordon.action;

public interface ContainmentRequest {}
