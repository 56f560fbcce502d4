@NullMarked
package io.alcove.apimachinery.catalog;

import org.jspecify.annotations.NullMarked;
