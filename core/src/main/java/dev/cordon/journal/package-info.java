/**
 * The record of what every run did, and the folder it is kept in.
 *
 * <p>Start at {@link DataFolder}: it is opened once by the process that writes, gives out the
 * {@link Journal}, and keeps plans under their digest. The journal promises that an entry which
 * {@code append} has answered survives a crash and a power cut, and that a later change shows:
 * {@code GroupCommit} shares one fsync among many entries, {@code ChainLink} says what is hashed,
 * {@code JournalFile} is the SQLite file. Several processes share a {@link SharedStore} instead: {@code SharedCommit} is what
 * {@code GroupCommit} is there, and a {@link Claim} says whose a run is.
 *
 * <p>What an entry means stands in {@link Event}. {@link RunJournal} writes the events of one run, and
 * {@link RunState} is what they add up to; when to write which is for {@code dev.cordon.execution}.
 */
@NullMarked
package dev.cordon.journal;

import org.jspecify.annotations.NullMarked;
