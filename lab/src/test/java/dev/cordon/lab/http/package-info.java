/**
 * A vendor that does as it is told: {@link dev.cordon.lab.http.ScriptedVendor} answers each request in the next way of
 * its script, in all the ways in which real ones misbehave. It is a plain socket, so that it may break every rule.
 */
@NullMarked
package dev.cordon.lab.http;

import org.jspecify.annotations.NullMarked;
