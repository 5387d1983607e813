package dev.cordon.cli;

/** A command once its words are read. */
interface Task {

    /**
     * Does it.
     *
     * @throws InterruptedException where the process is told to stop; what was begun is then in the journal
     */
    Ending run() throws InterruptedException;
}
