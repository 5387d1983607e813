/**
 * Name servers for tests: {@link dev.cordon.lab.dns.PowerDnsServer} starts a real one on the loopback address, with a
 * database of its own.
 */
@NullMarked
package dev.cordon.lab.dns;

import org.jspecify.annotations.NullMarked;
