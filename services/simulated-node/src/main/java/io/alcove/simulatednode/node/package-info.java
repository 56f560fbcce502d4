/** The nodes, and the signs that they live. */
@NullMarked
package io.alcove.simulatednode.node;

import org.jspecify.annotations.NullMarked;
