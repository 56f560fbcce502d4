/** Schemas of custom resources, and what holds for values by them. */
@NullMarked
package io.alcove.apimachinery.structural;

import org.jspecify.annotations.NullMarked;
