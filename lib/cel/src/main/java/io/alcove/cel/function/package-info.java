@NullMarked
package io.alcove.cel.function;

import org.jspecify.annotations.NullMarked;
