@NullMarked
package io.alcove.apimachinery.patch;

import org.jspecify.annotations.NullMarked;
