/**
 * Linux hosts to contain, reached over SSH: a whole Debian with systemd in a container of its own, or just the
 * OpenSSH server of this machine on the loopback address.
 *
 * <p>Start at {@link dev.cordon.lab.host.DebianHost}; its disk comes from {@link dev.cordon.lab.host.DebianTree}, and
 * {@link dev.cordon.lab.host.UnitZoo} puts units on it to be disabled. The other one is {@link
 * dev.cordon.lab.host.LocalSshd}.
 */
@NullMarked
package dev.cordon.lab.host;

import org.jspecify.annotations.NullMarked;
