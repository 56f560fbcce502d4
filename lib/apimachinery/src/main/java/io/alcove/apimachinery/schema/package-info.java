@NullMarked
package io.alcove.apimachinery.schema;

import org.jspecify.annotations.NullMarked;
