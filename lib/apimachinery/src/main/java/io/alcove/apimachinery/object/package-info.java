@NullMarked
package io.alcove.apimachinery.object;

import org.jspecify.annotations.NullMarked;
