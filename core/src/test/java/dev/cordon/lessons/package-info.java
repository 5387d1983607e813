/** Defects of other tools that Cordon must not have, as far as they concern the engine. */
@NullMarked
package dev.cordon.lessons;

import org.jspecify.annotations.NullMarked;
