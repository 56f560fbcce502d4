@NullMarked
package io.alcove.cel.value;

import org.jspecify.annotations.NullMarked;
