/**
 * Linux hosts over SSH: {@code terminate_process} and, with systemd, {@code disable_service}.
 *
 * <p>One platform is an inventory of hosts. Start at {@link dev.cordon.connectors.endpoint.ssh.Ssh}, then
 * {@link dev.cordon.connectors.endpoint.ssh.ProcessTermination} and
 * {@link dev.cordon.connectors.endpoint.ssh.ServiceDisablement}. Everything is done by the one script of
 * {@code dev.cordon.transport.ssh}, which needs sh, coreutils and procps on the host, and nothing installed.
 *
 * <p>The account is root, or becomes it by {@code sudo -n}; see {@code docs/platforms/ssh.md}. Knowledge is from proc(5),
 * core(5), kill(2), ssh(1), sshd(8), systemd.unit(5), systemctl(1), and from trying it on Debian 12 with systemd 252.
 */
@NullMarked
package dev.cordon.connectors.endpoint.ssh;

import org.jspecify.annotations.NullMarked;
