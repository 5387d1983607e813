/**
 * Sends HTTP calls to one vendor's interface, and renders them as {@code curl} commands.
 *
 * <p>Start at {@link dev.cordon.transport.http.HttpTransport}. What an answer means for what may be done next is
 * {@link dev.cordon.transport.http.HttpAnswers}; how much a vendor is asked at once, and when not at all, is
 * {@link dev.cordon.transport.http.Pressure}. What is asked is the connector's. HTTP is RFC 9110, its first version on
 * the wire RFC 9112.
 */
@NullMarked
package dev.cordon.transport.http;

import org.jspecify.annotations.NullMarked;
