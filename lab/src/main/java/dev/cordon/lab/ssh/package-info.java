/** An SSH server inside this process, so that the demo reaches this machine as Cordon reaches any other. */
@NullMarked
package dev.cordon.lab.ssh;

import org.jspecify.annotations.NullMarked;
