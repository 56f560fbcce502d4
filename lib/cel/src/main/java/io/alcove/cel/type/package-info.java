@NullMarked
package io.alcove.cel.type;

import org.jspecify.annotations.NullMarked;
