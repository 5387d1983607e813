package dev.cordon.journal;

import java.util.List;

/** Puts entries that wait together where they last. For the one thread that writes. */
interface Commits extends AutoCloseable {

    /** Answers every entry's {@code seq}: its place once it is durable, or why it was not recorded. */
    void commit(List<Waiting> batch);

    @Override
    void close();
}
