@NullMarked
package io.alcove.apimachinery.names;

import org.jspecify.annotations.NullMarked;
