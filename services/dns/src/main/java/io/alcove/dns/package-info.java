@NullMarked
package io.alcove.dns;

import org.jspecify.annotations.NullMarked;
