/**
 * The record of what every run did, and the folder it is kept in.
 *
 * <p>Start at {@link DataFolder}: it is opened once by the process that writes, gives out the
 * {@link Journal}, and keeps plans under their digest. The journal promises that an entry which
 * {@code append} has answered survives a crash and a power cut, and that a later change shows:
 * {@code JournalWriter} groups commits, {@code Chain} says what is hashed, {@code JournalFile} is the
 * SQLite file. What an entry means is not known here: its body is JSON text written and folded by
 * {@code dev.cordon.execution}.
 */
@NullMarked
package dev.cordon.journal;

import org.jspecify.annotations.NullMarked;
