package dev.cordon.scripted;

/** Stands for the death of the process: nothing catches it, and nothing is written after it. */
public final class Crash extends Error {

    private static final long serialVersionUID = 1;

    public Crash() {
        super("the process is dead");
    }
}
