/**
 * Hosts over SSH, by Apache MINA SSHD: host keys are always checked, and nothing is installed on a host.
 *
 * <p>Start at {@link dev.cordon.transport.ssh.HostScripts}. SSH passes one string to the account's login shell, so what
 * crosses is constant or base64: a constant command that starts {@code sh -s}, the script of this package on its
 * standard input, and the arguments as base64 words.
 */
@NullMarked
package dev.cordon.transport.ssh;

import org.jspecify.annotations.NullMarked;
