@NullMarked
package io.alcove.cel.cost;

import org.jspecify.annotations.NullMarked;
