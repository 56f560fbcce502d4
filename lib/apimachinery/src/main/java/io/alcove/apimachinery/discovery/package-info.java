@NullMarked
package io.alcove.apimachinery.discovery;

import org.jspecify.annotations.NullMarked;
