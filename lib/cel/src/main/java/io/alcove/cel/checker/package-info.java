@NullMarked
package io.alcove.cel.checker;

import org.jspecify.annotations.NullMarked;
