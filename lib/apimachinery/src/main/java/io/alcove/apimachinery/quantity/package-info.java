@NullMarked
package io.alcove.apimachinery.quantity;

import org.jspecify.annotations.NullMarked;
