/** The programs that the pages show, compiled and run. Start at {@link dev.cordon.example.StolenPassword}. */
@NullMarked
package dev.cordon.example;

import org.jspecify.annotations.NullMarked;
