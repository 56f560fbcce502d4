@NullMarked
package io.alcove.apimachinery.json;

import org.jspecify.annotations.NullMarked;
