@NullMarked
package io.alcove.testing;

import org.jspecify.annotations.NullMarked;
