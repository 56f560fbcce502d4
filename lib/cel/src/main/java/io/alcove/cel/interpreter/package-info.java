@NullMarked
package io.alcove.cel.interpreter;

import org.jspecify.annotations.NullMarked;
