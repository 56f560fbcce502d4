@NullMarked
package io.alcove.cel.library;

import org.jspecify.annotations.NullMarked;
