/**
 * Hosts over SSH, by Apache MINA SSHD: host keys are always checked, and nothing is installed on a host.
 *
 * <p>Start at {@link dev.cordon.transport.ssh.HostScripts} for operations of the host script, at
 * {@link dev.cordon.transport.ssh.SshPrograms} for programs by their argument lists. SSH passes one string to the
 * account's login shell, so what crosses is constant or base64: a constant command that starts {@code sh -s}, a script of
 * this package on its standard input, and the arguments in base64, as words or behind the script.
 */
@NullMarked
package dev.cordon.transport.ssh;

import org.jspecify.annotations.NullMarked;
