/**
 * A platform that does what a test tells it to, and remembers every call.
 *
 * <p>Start at {@link dev.cordon.scripted.Stand}: an engine, a journal and a clock around one
 * {@link dev.cordon.scripted.ScriptedPlatform}.
 */
@NullMarked
package dev.cordon.scripted;

import org.jspecify.annotations.NullMarked;
