/**
 * What the journal promises, tried: {@code JournalTest} in one process, {@code CrashTest} under {@code kill -9},
 * {@code ChainTest} against a forger, {@code DiskTest} and {@code DamageTest} when the folder is not as it should be,
 * {@code RunStateTest} and {@code RunStatePropertyTest} for the fold.
 */
package dev.cordon.journal;
