/** The library on a scripted platform; start at {@link dev.cordon.library.Desk}. */
@NullMarked
package dev.cordon.library;

import org.jspecify.annotations.NullMarked;
