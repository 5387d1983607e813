package dev.cordon.lab.laws;

/** Stands for the death of the process: nothing catches it. */
final class Death extends Error {

    private static final long serialVersionUID = 1;

    Death() {
        super("the process is dead");
    }
}
