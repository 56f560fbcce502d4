@NullMarked
package io.alcove.apimachinery.table;

import org.jspecify.annotations.NullMarked;
