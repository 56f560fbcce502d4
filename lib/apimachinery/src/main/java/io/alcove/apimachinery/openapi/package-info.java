@NullMarked
package io.alcove.apimachinery.openapi;

import org.jspecify.annotations.NullMarked;
