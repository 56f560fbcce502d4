@NullMarked
package io.alcove.simulatednode;

import org.jspecify.annotations.NullMarked;
