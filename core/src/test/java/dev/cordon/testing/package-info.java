/** What the tests of every module have in common. */
@NullMarked
package dev.cordon.testing;

import org.jspecify.annotations.NullMarked;
