@NullMarked
package io.alcove.local;

import org.jspecify.annotations.NullMarked;
