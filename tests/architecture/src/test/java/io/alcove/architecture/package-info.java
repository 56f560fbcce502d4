@NullMarked
package io.alcove.architecture;

import org.jspecify.annotations.NullMarked;
