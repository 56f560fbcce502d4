/** Schemas of custom resources, and what holds for values by them. */
@NullMarked
package io.alcove.apimachinery.schema.structural;

import org.jspecify.annotations.NullMarked;
