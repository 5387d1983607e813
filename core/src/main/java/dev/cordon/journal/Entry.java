package dev.cordon.journal;

import java.time.Instant;

/**
 * One record of the journal as it is stored.
 *
 * @param seq  its place in the run: 1, 2, 3 … without a gap
 * @param at   when it was handed in; may run backwards from one entry to the next, {@code seq} is the order
 * @param kind what the body is, for its reader
 * @param body JSON text, exactly as handed in
 * @param hash 64 hex digits that bind this entry and all before it in its run, see {@link Journal#verify}
 */
public record Entry(RunId run, long seq, Instant at, String kind, String body, String hash) {}
