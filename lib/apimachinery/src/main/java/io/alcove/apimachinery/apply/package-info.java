@NullMarked
package io.alcove.apimachinery.apply;

import org.jspecify.annotations.NullMarked;
