package dev.cordon.operation;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * Where fetched bytes are kept, each under its SHA-256 (lower-case hex). Safe for any number of threads.
 *
 * <p>What cannot be written (a full disk) is a {@code JournalException}: evidence is part of the record.
 */
public interface EvidenceStore {

    /** The size of what is kept under this hash, whole and hashed anew; empty where it is not. */
    OptionalLong kept(String sha256);

    /**
     * Begins to take bytes in, or goes on behind those that an earlier transfer left; waits while another brings the same.
     *
     * @throws IllegalArgumentException where it is no SHA-256 in lower-case hex
     */
    Incoming incoming(String sha256);

    /** One transfer; closed without having been finished, what came is kept for the next. */
    interface Incoming extends AutoCloseable {

        /** How many bytes are there already. */
        long offset();

        void write(ByteBuffer bytes);

        /**
         * Makes durable what came, and keeps it when it has the hash; else it is thrown away, whole.
         *
         * @return whether it has the hash
         */
        boolean finish();

        @Override
        void close();
    }
}
