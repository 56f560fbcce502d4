@NullMarked
package io.alcove.apimachinery.status;

import org.jspecify.annotations.NullMarked;
