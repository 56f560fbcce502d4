@NullMarked
package io.alcove.cel;

import org.jspecify.annotations.NullMarked;
