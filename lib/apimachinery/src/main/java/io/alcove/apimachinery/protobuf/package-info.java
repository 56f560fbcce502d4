@NullMarked
package io.alcove.apimachinery.protobuf;

import org.jspecify.annotations.NullMarked;
