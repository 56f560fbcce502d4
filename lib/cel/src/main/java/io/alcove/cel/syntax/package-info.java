@NullMarked
package io.alcove.cel.syntax;

import org.jspecify.annotations.NullMarked;
