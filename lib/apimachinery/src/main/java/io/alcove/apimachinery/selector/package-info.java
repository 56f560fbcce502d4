@NullMarked
package io.alcove.apimachinery.selector;

import org.jspecify.annotations.NullMarked;
