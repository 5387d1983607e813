/**
 * Small networks of this machine's own to try firewalls on: hosts are network namespaces, cables are veth pairs.
 *
 * <p>Start at {@link dev.cordon.lab.netns.LabNetwork}.
 */
@NullMarked
package dev.cordon.lab.netns;

import org.jspecify.annotations.NullMarked;
