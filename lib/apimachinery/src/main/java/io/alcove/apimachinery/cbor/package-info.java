@NullMarked
package io.alcove.apimachinery.cbor;

import org.jspecify.annotations.NullMarked;
